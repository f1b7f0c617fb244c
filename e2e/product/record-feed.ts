import type { LiveFrame, LiveTopic } from '../../server/types.ts'
import type { Api } from './api.ts'

/** A stream that is being recorded. */
export interface Recording {
  frames: LiveFrame[]
  close: () => Promise<void>
}

/** Opens the live stream as a browser does and keeps every frame that comes, in order. */
export async function recordFeed(url: string, { cookie }: Api, topics: LiveTopic[]): Promise<Recording> {
  const stopped = new AbortController()
  const input = encodeURIComponent(JSON.stringify({ topics }))
  const reply = await fetch(`${url}/trpc/live?input=${input}`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: stopped.signal,
  })
  if (!reply.ok || reply.body === null) throw new Error(`the stream was refused: ${reply.status}`)
  const frames: LiveFrame[] = []
  const reading = readFrames(reply.body, frames).catch((error: unknown) => {
    if (!stopped.signal.aborted) throw error
  })
  return {
    frames,
    close: async () => {
      stopped.abort()
      await reading
    },
  }
}

async function readFrames(body: ReadableStream<Uint8Array>, frames: LiveFrame[]): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const frame = frameIn(block)
      if (frame) frames.push(frame)
    }
  }
}

// Events with a name (`connected`, `ping`) are the transport's own.
function frameIn(block: string): LiveFrame | null {
  const lines = block.split('\n')
  if (lines.some((line) => line.startsWith('event:'))) return null
  const data = lines.find((line) => line.startsWith('data:'))
  return data ? (JSON.parse(data.slice('data:'.length)) as LiveFrame) : null
}
