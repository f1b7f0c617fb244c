import { spawn } from 'node:child_process'
import path from 'node:path'
import { projectFolder } from '../../server/run/project-folder.ts'

let current: ReturnType<typeof spawn> | null = null

/** Runs a program in the project's folder, its output shown as it comes, and answers its exit code. */
export function runCommand(
  command: string,
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectFolder,
      env: { ...cleanEnvironment(), ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    current = child
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      resolve(127)
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** Passes a signal on to what runs now. */
export function signalCurrent(signal: NodeJS.Signals): void {
  current?.kill(signal)
}

// The tests start products of their own: nothing that is set for a real one may reach them.
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ofProduct = new Set(['DATABASE_URL', 'PORT', 'HOST', 'LOG_LEVEL', 'NODE_OPTIONS'])
  const kept = Object.entries(process.env).filter(
    ([name]) => !ofProduct.has(name) && (!name.startsWith('MARQUEE_') || name === 'MARQUEE_BROWSER'),
  )
  const programs = path.join(projectFolder, 'node_modules', '.bin')
  return { ...Object.fromEntries(kept), PATH: `${programs}${path.delimiter}${process.env['PATH'] ?? ''}` }
}
