import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { signalCurrent } from './run-command.ts'
import { steps } from './steps.ts'
import type { Tally } from './tally.ts'
import { sum, tallyLine } from './tally.ts'

const reports = await mkdtemp(path.join(tmpdir(), 'marquee-reports-'))
const wanted = process.argv.slice(2)
let isStopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isStopped = true
    signalCurrent(signal)
  })
}

// A part that fails stops no other: one run tells everything that is wrong.
const results: { name: string; tally: Tally; seconds: string }[] = []
for (const step of steps) {
  if (isStopped || (wanted.length > 0 && !wanted.includes(step.name))) continue
  process.stdout.write(`\n── ${step.name}\n`)
  const startedAt = performance.now()
  const tally = await step.run(reports)
  results.push({ name: step.name, tally, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) })
}
await rm(reports, { recursive: true, force: true })

const total = sum(results.map((result) => result.tally))
process.stdout.write('\n')
for (const { name, tally, seconds } of results) {
  process.stdout.write(`${tally.failed > 0 ? '✗' : '✓'} ${name}: ${tallyLine(tally)} (${seconds} s)\n`)
}
process.stdout.write(`\n${tallyLine(total)}\n`)
process.exitCode = total.failed > 0 || isStopped ? 1 : 0
