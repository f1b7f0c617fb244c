import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'

/** The one role of our own clusters, which owns everything in them. */
export const ownerRole = 'marquee'

/** What a PostgreSQL program sees of our environment: no PG* variable of the user's may steer it. */
export const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' }

/**
 * Makes a new cluster in a folder that is empty, or not there and may be made by the account. Text is UTF-8,
 * compared by code point, with the built-in rules for letters and case, so that no system update changes an index.
 */
export async function initialiseCluster(options: {
  binaries: Binaries
  account: Account | null
  folder: string
  password: string
  durable: boolean
  /** Ends it half-way; what it made so far is then of no use. */
  stopping?: AbortSignal | undefined
}): Promise<void> {
  const { binaries, account, folder, password, durable, stopping } = options
  const passwordFile = path.join(path.dirname(folder), `.password-${randomBytes(6).toString('hex')}`)
  try {
    stopping?.throwIfAborted()
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
    if (account) await chown(passwordFile, account.uid, account.gid)
    const flags = [
      `--pgdata=${folder}`,
      `--username=${ownerRole}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(durable ? [] : ['--no-sync']),
    ]
    // Trigrams ask the C library what a letter is; where the system has no C.UTF-8 only ASCII counts as letters.
    const first = await runProgram(binaries.initdb, [...flags, '--lc-ctype=C.UTF-8'], account, stopping)
    if (first.code === 0) return
    stopping?.throwIfAborted()
    const second = await runProgram(binaries.initdb, flags, account, stopping)
    if (second.code !== 0) throw new Error(`initdb ended with ${second.code}: ${second.output}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

function runProgram(
  program: string,
  args: string[],
  account: Account | null,
  stopping: AbortSignal | undefined,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: '/',
      env: cleanEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A Ctrl-C in the terminal reaches us, and we end it, with the server that it starts for a moment.
      detached: true,
    })
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    }
    stopping?.addEventListener('abort', end)
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      stopping?.removeEventListener('abort', end)
      resolve({ code: code ?? -1, output: output.trim().slice(-2000) })
    })
  })
}
