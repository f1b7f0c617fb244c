import { parseArgs } from 'node:util'
import { runSeeds } from './seeds.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    only: { type: 'string' },
    log: { type: 'string', default: 'silent' },
    verbose: { type: 'boolean', default: false },
  },
})

// The client throws out of nowhere when a session ends under a transaction (porsager/postgres#1208). Here the
// sessions are ended on purpose, and who waits for the answer gives up by himself.
process.on('uncaughtException', (error) => {
  if (error.stack?.includes('nextWrite')) return
  process.stderr.write(`${error.stack ?? error.message}\n`)
  process.exit(2)
})

// A server of ours must not be left behind: who asks us to end waits for the seed in flight.
const ending = new AbortController()
for (const asked of ['SIGINT', 'SIGTERM'] as const) process.once(asked, () => ending.abort())

const from = Number(values.from)
const seeds =
  values.only?.split(',').map(Number) ?? Array.from({ length: Number(values.seeds) }, (_, at) => from + at)

const summary = await runSeeds({ seeds, logLevel: values.log, signal: ending.signal }, (result) => {
  if (values.verbose || result.faults.length > 0) process.stdout.write(`${JSON.stringify(result)}\n`)
})
process.stdout.write(`${JSON.stringify(summary)}\n`)
process.exitCode = summary.failed.length > 0 ? 1 : 0
