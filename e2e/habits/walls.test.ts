import { expect, test } from 'vitest'
import { lintHouse } from './lint-house.ts'

const ARROW = 'eslint(no-restricted-imports)'
const uses = (from: string) => `import { a } from '${from}'\n\nexport const b = a\n`
const usesType = (from: string) => `import type { A } from '${from}'\n\nexport const b: A = 1\n`

/** One wall each, broken: the file that breaks it, what is in it, and the rule that must refuse it. */
const BROKEN: [what: string, path: string, text: string, rule: string][] = [
  ['the client uses the server', 'client/a.ts', uses('../server/app.ts'), ARROW],
  ['the client uses what runs in server/types.ts', 'client/b.ts', uses('../server/types.ts'), ARROW],
  [
    'the client takes a type from elsewhere in the server',
    'client/c.ts',
    usesType('../server/app.ts'),
    ARROW,
  ],
  ['the client uses the database', 'client/ui/d.ts', uses('../../db/connect.ts'), ARROW],
  ['the client takes a type from the domain', 'client/ui/e.ts', usesType('../../db/domain/a.ts'), ARROW],
  ['the client uses the jobs', 'client/f.tsx', uses('../jobs/contract/a.ts'), ARROW],
  ['the client uses what needs Node', 'client/g.ts', uses('node:fs'), ARROW],
  [
    'the client loads the server later',
    'client/h.ts',
    "export const a = () => import('../server/app.ts')\n",
    ARROW,
  ],
  ['the server uses the jobs', 'server/a.ts', uses('../jobs/main.ts'), ARROW],
  [
    'the server takes a type from a source',
    'server/routers/b.ts',
    usesType('../../jobs/sources/source.ts'),
    ARROW,
  ],
  ['the server hands the jobs on', 'server/c.ts', "export * from '../jobs/main.ts'\n", ARROW],
  ['the server uses the client', 'server/d.ts', uses('../client/a.ts'), ARROW],
  ['the jobs use the server', 'jobs/a.ts', uses('../server/app.ts'), ARROW],
  ['the jobs use the client', 'jobs/tasks/b.ts', uses('../../client/a.ts'), ARROW],
  ['the database uses the jobs', 'db/queries/a.ts', uses('../../jobs/contract/a.ts'), ARROW],
  ['the database uses the server', 'db/b.ts', uses('../server/app.ts'), ARROW],
  ['the domain uses the database', 'db/domain/a.ts', uses('../connect.ts'), ARROW],
  ['the domain takes a type from a table', 'db/domain/b.ts', usesType('../schema/run.ts'), ARROW],
  ['a room of the domain leaves it', 'db/domain/naming/c.ts', uses('../../connect.ts'), ARROW],
  ['the domain reads files', 'db/domain/d.ts', uses('node:fs'), ARROW],
  ['the domain hashes elsewhere than in entry-key.ts', 'db/domain/e.ts', uses('node:crypto'), ARROW],
  ['the domain uses a package', 'db/domain/f.ts', uses('drizzle-orm'), ARROW],
  ['the domain uses a scoped package', 'db/domain/naming/g.ts', uses('@hono/node-server'), ARROW],
  ['a test of the domain uses the database', 'db/domain/h.test.ts', uses('../connect.ts'), ARROW],
  [
    'the domain looks at the clock',
    'db/domain/i.ts',
    'export const a = () => Date.now()\n',
    'eslint(no-restricted-properties)',
  ],
  [
    'the domain throws dice',
    'db/domain/j.ts',
    'export const a = () => Math.random()\n',
    'eslint(no-restricted-properties)',
  ],
  [
    'the domain waits',
    'db/domain/k.ts',
    'setTimeout(() => {}, 1)\nexport {}\n',
    'eslint(no-restricted-globals)',
  ],
  ['a file goes round in a circle', 'jobs/round.ts', uses('./trip.ts').replace('b', 'c'), 'import(no-cycle)'],
  ['a file of 251 lines', 'jobs/long.ts', 'export {}\n'.padEnd(10 + 250, '\n'), 'eslint(max-lines)'],
  ['a test of 251 lines', 'jobs/long.test.ts', 'export {}\n'.padEnd(10 + 250, '\n'), 'eslint(max-lines)'],
  ['any', 'jobs/any.ts', 'export const a = (b: any) => b\n', 'typescript(no-explicit-any)'],
  [
    'the environment read anywhere',
    'jobs/tasks/e.ts',
    'export const a = process.env.PORT\n',
    'node(no-process-env)',
  ],
  ['a name in capitals', 'jobs/RunIt.ts', 'export {}\n', 'unicorn(filename-case)'],
  ['a line to the console', 'server/say.ts', "console.log('a')\nexport {}\n", 'eslint(no-console)'],
  [
    'a comparison with two signs',
    'server/same.ts',
    'export const a = (b: number) => b == 1\n',
    'eslint(eqeqeq)',
  ],
]

/** What the walls let through. */
const SOUND: Record<string, string> = {
  'client/sound.ts': usesType('../server/types.ts'),
  'client/features/run/sound.tsx': uses('../../ui/button.tsx'),
  'server/sound.ts': uses('../jobs/contract/a.ts'),
  'server/routers/sound.ts': uses('../../db/connect.ts'),
  'server/env.ts': 'export const a = process.env.PORT\n',
  'jobs/sound.ts': uses('../db/connect.ts'),
  'jobs/pipeline/sound.ts': uses('../../db/domain/counts.ts'),
  'db/sound.ts': uses('./domain/counts.ts'),
  'db/queries/sound.ts': uses('../domain/counts.ts'),
  'db/domain/sound.ts': uses('./naming/sound.ts').replace('b', 'c'),
  'db/domain/naming/sound.ts': uses('@viren070/parse-torrent-title'),
  'db/domain/naming/inner.ts': uses('../counts.ts'),
  'db/domain/entry-key.ts': uses('node:crypto'),
  'db/domain/sound.test.ts': uses('fast-check'),
  'db/testing/sound.ts': 'export const a = process.env.TEST_DATABASE_URL\n',
  'e2e/sound.spec.ts': uses('../db/examples/a.ts'),
  'jobs/exactly.ts': 'export {}\n'.padEnd(10 + 249, '\n'),
}

const planted = await lintHouse({
  ...SOUND,
  ...Object.fromEntries(BROKEN.map(([, path, text]) => [path, text])),
  'jobs/trip.ts': uses('./round.ts').replace('b', 'd'),
})

test.each(BROKEN)('the linter refuses it when %s', (_what, path, _text, rule) => {
  expect(planted.get(path)).toContain(rule)
})

test.each(Object.keys(SOUND))('the linter lets %s through', (path) => {
  expect(planted.get(path)).toBeUndefined()
})
