import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process of a benchmark, as the product runs it. Its memory and time are read from the kernel (Linux only). */
export interface BenchProcess {
  /** The most memory it has ever had resident. */
  peakBytes(): number
  /** The processor time it has taken so far. */
  cpuSeconds(): number
  stop(): Promise<void>
}

/** Clock ticks a second in /proc, the same on all Linux systems that Node runs on. */
const TICKS = 100

/** Starts a program of ours and resolves when it has said `readyLine`, or rejects when it ended before. */
export async function startProcess(
  program: URL,
  options: { args?: string[]; environment: { [name: string]: string }; readyLine: string },
): Promise<BenchProcess> {
  const child = fork(program, options.args ?? [], {
    env: { PATH: '/usr/bin:/bin', ...options.environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${program.pathname} ended with ${code}: ${said}`)))
    child.stdout?.on('data', (text: Buffer) => {
      said = `${said}${text.toString()}`.slice(-5000)
      if (said.includes(options.readyLine)) resolve()
    })
  })
  child.removeAllListeners('exit')
  const proc = (file: string) => readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
  return {
    peakBytes: () => Number(/VmHWM:\s+(\d+) kB/.exec(proc('status'))?.[1] ?? 0) * 1024,
    cpuSeconds: () => {
      // The name before the last bracket may hold spaces; what follows has the user's and the system's time.
      const fields = proc('stat').split(') ').at(-1)?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) / TICKS
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
