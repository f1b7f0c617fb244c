import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { connectRaw } from './connect.ts'
import { StartRefused } from './start-refused.ts'

/**
 * Waits until a database of the user's own lets us in: it may be starting at the same moment as we. Refuses at once
 * what waiting does not mend (a wrong password, a database that isn't there), and after a minute what it didn't.
 */
export async function awaitDatabase(
  url: string,
  say: (line: string) => void,
  stopping?: AbortSignal,
  patienceMs = 60_000,
): Promise<void> {
  const where = placeOf(url)
  const giveUpAt = Date.now() + patienceMs
  let hasSaid = false
  for (;;) {
    const fault = await tryOnce(url)
    if (fault === null) return
    if (isFinal(fault) || Date.now() > giveUpAt) {
      throw new StartRefused(
        `The database at ${where} does not let Marquee in: ${fault.message}. ` +
          'See that it runs and that DATABASE_URL is right, or unset DATABASE_URL to use the embedded one.',
        { cause: fault },
      )
    }
    if (!hasSaid) say(`Waiting for the database at ${where} (${fault.message}) …`)
    hasSaid = true
    await delay(500, undefined, stopping && { signal: stopping })
  }
}

async function tryOnce(url: string): Promise<Error | null> {
  const client = connectRaw(url, { max: 1, connect_timeout: 5 })
  try {
    await client`select 1`
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    await client.end({ timeout: 1 })
  }
}

// 28: who we are; 3D: no such database. Everything else may be a server that is not up yet.
function isFinal(fault: Error): boolean {
  return fault instanceof postgres.PostgresError && /^(28|3D)/.test(fault.code)
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
