import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What can be measured: our readers over a folder of real samples, against its index. Loaded when asked for. */
const MEASURES: { [name: string]: (data: string) => Promise<unknown> } = {
  names: async (data) => (await import('./names.ts')).measureNames(data),
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } })
const measure = MEASURES[positionals[0] ?? '']
if (measure && values.data !== undefined) {
  await measure(resolve(values.data))
} else {
  process.stderr.write(`Usage: npm run measure -- ${Object.keys(MEASURES).join('|')} --data FOLDER\n`)
  process.exitCode = 2
}
