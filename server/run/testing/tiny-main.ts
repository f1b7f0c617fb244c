import path from 'node:path'
import type { CreateApp } from '../app-factory.ts'
import { runRole } from '../run-role.ts'

// The launcher with next to nothing in it: an app that tells what it was given, and one stream that never ends.
const createApp: CreateApp = async (parts) => ({
  fetch: (request) => {
    if (new URL(request.url).pathname !== '/stream') {
      return Response.json({ worker: parts.workerState(), databaseUrl: parts.databaseUrl, env: parts.env })
    }
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from('data: 1\n\n')),
    })
    return new Response(endless, { headers: { 'content-type': 'text/event-stream' } })
  },
  close: () => Promise.resolve(),
  setupLine: () => Promise.resolve('First visit: the setup line'),
})

await runRole(process.argv[2], {
  createApp,
  worker: path.join(import.meta.dirname, 'tiny-worker.ts'),
  ensureClient: () => Promise.resolve(import.meta.dirname),
})
