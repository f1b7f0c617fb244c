import { type ChildProcess, fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Answer, type Order, zAnswer } from './orders.ts'

/** Worker processes on one database, brought back when they end, as the launcher does. */
export interface Crew {
  /** Starts so many workers on a database, settles with the first; they are brought back until `leave`. */
  join(count: number, databaseUrl: string): Promise<void>
  /** The names under which the living workers appear in pg_stat_activity. */
  names(): string[]
  kill(name: string): void
  /** Stops a worker's process dead and lets it go on after a while. */
  freeze(name: string, ms: number): void
  /** Ends the workers in order; answers what their processes said if they did not. */
  leave(): Promise<string[]>
  /** What processes said that ended by themselves, since the last call. */
  crashes(): string[]
  close(): Promise<void>
}

interface Member {
  name: string
  child: ChildProcess
  said: string
  isFrozen: boolean
  hasStarted: boolean
}

const ENTRY = path.join(import.meta.dirname, 'worker-process.ts')
const LEAVE_MS = 20_000
/** Processes that are loaded and wait for an order: loading takes longer than everything else a seed does. */
const SPARES = 2
/** Nothing of ours but a place for compiled code, so that a process is loaded in half the time. */
const ENVIRONMENT = { NODE_COMPILE_CACHE: path.join(tmpdir(), 'marquee-chaos-compiled') }

/** Makes a crew; processes that survive a seed are used again, and a spare one is always warm. */
export function makeCrew(options: { sweepMs: number; logLevel: string }): Crew {
  const idle: Member[] = []
  const members = new Map<string, Member>()
  const said: string[] = []
  let databaseUrl: string | null = null
  let numbered = 0

  const hatch = (): Member => {
    const child = fork(ENTRY, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: ENVIRONMENT })
    const member: Member = { name: '', child, said: '', isFrozen: false, hasStarted: false }
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      member.said = (member.said + text).slice(-4000)
      if (options.logLevel !== 'silent') process.stderr.write(`[${member.name}] ${text}`)
    })
    child.once('exit', (code, signal) => {
      if (idle.includes(member)) idle.splice(idle.indexOf(member), 1)
      if (members.get(member.name) !== member) return
      members.delete(member.name)
      if (signal === null && code !== 0 && member.said)
        said.push(`${member.name} ended with ${code}: ${member.said}`)
      const url = databaseUrl
      // One that could not even start waits longer: its database is away.
      const comesBackMs = member.hasStarted ? 100 : 1000
      setTimeout(() => {
        if (url !== null && url === databaseUrl) void enlist(url)
      }, comesBackMs)
    })
    return member
  }

  const enlist = async (url: string): Promise<void> => {
    const member = idle.pop() ?? hatch()
    member.name = `chaos_w${++numbered}`
    member.hasStarted = false
    members.set(member.name, member)
    while (idle.length < SPARES) idle.unshift(hatch())
    const own = new URL(url)
    own.searchParams.set('application_name', member.name)
    const started = answered(member, 'started')
    send(member, {
      order: 'start',
      databaseUrl: own.href,
      sweepMs: options.sweepMs,
      logLevel: options.logLevel,
    })
    await started
    member.hasStarted = true
  }

  return {
    join: async (count, url) => {
      databaseUrl = url
      await Promise.race(Array.from({ length: count }, () => enlist(url)))
    },
    names: () => [...members.keys()],
    kill: (name) => void members.get(name)?.child.kill('SIGKILL'),
    freeze: (name, ms) => {
      const member = members.get(name)
      if (!member || member.isFrozen) return
      member.isFrozen = true
      member.child.kill('SIGSTOP')
      setTimeout(() => {
        member.isFrozen = false
        member.child.kill('SIGCONT')
      }, ms)
    },
    leave: async () => {
      databaseUrl = null
      const late: string[] = []
      await Promise.all(
        [...members.values()].map(async (member) => {
          // What is still being loaded or started has nothing in hand that could be given back.
          if (!member.hasStarted) return void member.child.kill('SIGKILL')
          const stopped = answered(member, 'stopped')
          send(member, { order: 'stop' })
          const timer = setTimeout(() => {
            late.push(`${member.name} did not stop within ${LEAVE_MS} ms: ${member.said}`)
            member.child.kill('SIGKILL')
          }, LEAVE_MS)
          await stopped
          clearTimeout(timer)
          if (member.child.exitCode === null && member.child.signalCode === null) idle.push(member)
        }),
      )
      members.clear()
      return late
    },
    crashes: () => said.splice(0),
    close: async () => {
      databaseUrl = null
      const all = [...idle, ...members.values()]
      members.clear()
      await Promise.all(
        all.map(({ child }) => {
          const ended = new Promise((resolve) => child.once('exit', resolve))
          if (child.exitCode !== null || child.signalCode !== null) return undefined
          child.kill('SIGKILL')
          return ended
        }),
      )
    },
  }
}

/** Settles when the process says so, or has ended. */
function answered(member: Member, answer: Answer): Promise<void> {
  return new Promise((resolve) => {
    const listen = (message: unknown) => {
      if (zAnswer.safeParse(message).data === answer) done()
    }
    const done = () => {
      member.child.off('message', listen)
      member.child.off('exit', done)
      resolve()
    }
    member.child.on('message', listen)
    member.child.once('exit', done)
    if (member.child.exitCode !== null || member.child.signalCode !== null) done()
  })
}

function send(member: Member, order: Order): void {
  if (member.child.connected) member.child.send(order, () => undefined)
}
