import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartRefused } from '../../db/start-refused.ts'
import { clientStamp } from './client-stamp.ts'

const stampFile = '.stamp'

/** The folder of the built client, built now if it is missing or older than its sources. */
export async function ensureClient(projectFolder: string, say: (line: string) => void): Promise<string> {
  const built = path.join(projectFolder, 'dist', 'client')
  // An image may hold the built client without its sources.
  if (!existsSync(path.join(projectFolder, 'client', 'index.html')) && existsSync(built)) return built
  const stamp = await clientStamp(projectFolder)
  if ((await stampOf(built)) === stamp) return built
  say('Building the console …')
  await build(projectFolder, built, stamp)
  return built
}

async function stampOf(folder: string): Promise<string | null> {
  return readFile(path.join(folder, stampFile), 'utf8').catch(() => null)
}

// Built beside and moved into place, so that a killed build, or two at once, leave no mixture.
async function build(projectFolder: string, built: string, stamp: string): Promise<void> {
  const dist = path.dirname(built)
  const growing = path.join(dist, `client.new-${randomBytes(4).toString('hex')}`)
  try {
    await mkdir(dist, { recursive: true })
    await removeLeftovers(dist)
    await runVite(projectFolder, growing)
    await writeFile(path.join(growing, stampFile), stamp)
    const old = path.join(dist, `client.old-${randomBytes(4).toString('hex')}`)
    await rename(built, old).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(growing, built).catch(async (error: unknown) => {
      if ((await stampOf(built)) !== stamp) throw error
    })
    await rm(old, { recursive: true, force: true })
  } catch (cause) {
    throw new StartRefused(`The console could not be built in ${dist}: ${String(cause)}`, { cause })
  } finally {
    await rm(growing, { recursive: true, force: true })
  }
}

async function removeLeftovers(dist: string): Promise<void> {
  for (const name of await readdir(dist)) {
    if (name.startsWith('client.old-')) await rm(path.join(dist, name), { recursive: true, force: true })
  }
}

// In a process of its own, so that the compiler's memory goes with it. The native loader writes no file.
function runVite(projectFolder: string, outDir: string): Promise<void> {
  const vite = path.join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [
    vite,
    'build',
    '--configLoader',
    'native',
    '--logLevel',
    'warn',
    '--outDir',
    outDir,
    '--emptyOutDir',
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectFolder,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(output.trim().slice(0, 2000)))))
  })
}
