import pino from 'pino'
import { freePort } from '../../db/embedded/free-port.ts'
import { StartRefused } from '../../db/start-refused.ts'
import { ownEnvironment, readServerSettings } from '../env.ts'
import type { Launch } from './launch.ts'
import { onSignals } from './on-signals.ts'
import type { Product } from './product.ts'
import { startAll } from './start-all.ts'
import { startWeb } from './start-web.ts'
import { startWebForDev } from './start-web-for-dev.ts'
import { makeStopOrder } from './stop-order.ts'

const roles: Record<string, (launch: Launch) => Promise<void>> = {
  all: startAll,
  web: startWeb,
  build: async ({ product, say }) => void (await product.ensureClient(say)),
  // With Vite and all that it needs, which nothing else does.
  dev: async (launch) => (await import('./start-dev.ts')).startDev(launch),
  'web-for-dev': startWebForDev,
}

// Whoever waits for us to stop waits ten seconds.
const deadlineMs = 9500
const gentleMs = 8000

/**
 * Runs a role until a signal stops it, and ends the process: with 0 after a clean stop, with 1 and a sentence where
 * it can't start. A start that fails or is stopped half-way stops what it had started.
 */
export async function runRole(name: string | undefined, product: Product): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const complain = (line: string) => void process.stderr.write(`${line}\n`)
  const order = makeStopOrder((part, fault) => complain(`Stopping the ${part}: ${String(fault)}`))
  const stopping = new AbortController()
  let stoppingSince = 0
  let starting: Promise<void> = Promise.resolve()

  const stop = async (exitCode: number) => {
    stoppingSince ||= Date.now()
    stopping.abort()
    await starting.catch(() => undefined)
    await order.stopAll()
    process.exit(exitCode)
  }
  const force = () => {
    order.forceAll()
    process.exit(1)
  }
  onSignals({ stop: () => stop(0), force, deadlineMs, say })

  starting = start(name, product, {
    say,
    order,
    stopping: stopping.signal,
    patienceMs: () => Math.max(500, gentleMs - (stoppingSince === 0 ? 0 : Date.now() - stoppingSince)),
  })
  try {
    await starting
  } catch (error) {
    // A start that was told to stop fails at its next step; that is no fault.
    if (stopping.signal.aborted) return
    complain(error instanceof StartRefused ? `\n${error.message}` : `\n${detailsOf(error)}`)
    await stop(1)
  }
}

async function start(
  name: string | undefined,
  product: Product,
  parts: Pick<Launch, 'say' | 'order' | 'stopping' | 'patienceMs'>,
): Promise<void> {
  const role = name === undefined ? undefined : roles[name]
  if (!role) throw new StartRefused('Say what to run: npm start (everything), npm run web, worker or dev.')
  const given = readServerSettings()
  const settings = given.port === 0 ? { ...given, port: await freePort() } : given
  const log = pino({ level: settings.logLevel, name: 'web' })
  await role({ ...parts, settings, environment: ownEnvironment(), product, log })
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
