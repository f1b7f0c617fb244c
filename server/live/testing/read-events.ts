import { z } from 'zod'

/** One server-sent event, its data parsed. */
export interface SentEvent {
  type: string
  id: string
  data: { [key: string]: unknown }
}

const zData = z.record(z.string(), z.unknown()).catch({})

/** The events of a response as a browser's EventSource would read them; may be taken up again after a break. */
export function readEvents(response: Response): AsyncIterable<SentEvent> {
  const lines = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        for (;;) {
          const end = text.indexOf('\n\n')
          if (end >= 0) {
            const block = text.slice(0, end)
            text = text.slice(end + 2)
            return { done: false, value: eventOf(block.replace(/^\n+/, '')) }
          }
          const read = await lines?.read()
          if (!read || read.done) return { done: true, value: undefined }
          text += read.value
        }
      },
    }),
  }
}

function eventOf(block: string): SentEvent {
  const event: SentEvent = { type: 'message', id: '', data: {} }
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? []
    if (field === 'event') event.type = value
    if (field === 'id') event.id = value
    if (field === 'data' && value) event.data = zData.parse(JSON.parse(value))
  }
  return event
}
