import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort } from '../../db/embedded/free-port.ts'
import { findPostmaster } from '../../db/embedded/postmaster.ts'
import { makeTestFolder } from '../../db/testing/test-folder.ts'
import { projectFolder } from './project-folder.ts'
import { runProgram } from './testing/run-program.ts'

// Whole programs start here, and a machine that is busy with other tests takes its time.
vi.setConfig({ testTimeout: 180_000 })

let data: Awaited<ReturnType<typeof makeTestFolder>>

beforeAll(async () => {
  data = await makeTestFolder()
})

afterAll(() => data.remove())

test('npm run dev serves the client as it is written with the web behind it, and stops cleanly', async () => {
  const port = await freePort()
  const dev = runProgram(process.execPath, ['server/main.ts', 'dev'], {
    cwd: projectFolder,
    environment: { MARQUEE_DATA: data.folder, PORT: `${port}`, HOST: '127.0.0.1', DATABASE_URL: '' },
  })
  const url = await dev.prints(/Marquee is ready: (http:\S+)/)
  const read = async (address: string) => (await fetch(`${url}${address}`)).text()
  expect(await read('/')).toContain('/@vite/client')
  expect(await read('/runs/1')).toContain('/@vite/client')
  // A module of the client under the web's own prefix, and an answer of the web there.
  expect(await read('/api/failure.ts')).toContain('export')
  expect(await read('/api/auth/get-session')).toBe('null')
  expect(JSON.parse(await read('/readyz'))).toMatchObject({ database: true, migrations: true })
  dev.signalGroup('SIGINT')
  expect(await dev.ended).toBe(0)
  expect((await findPostmaster(path.join(data.folder, 'postgres'))).state).toBe('none')
})
