const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

// Ctrl-C comes twice under npm: once from the terminal and once passed on by npm.
const echoMs = 1000

/**
 * Stops at the first signal, within the deadline; a second one that is meant (not the echo of the first) forces it.
 */
export function onSignals(options: {
  stop: () => Promise<void>
  force: () => void
  deadlineMs: number
  say: (line: string) => void
}): void {
  let firstAt: number | null = null
  const handle = (signal: string) => {
    if (firstAt === null) {
      firstAt = Date.now()
      options.say(`${signal}: stopping …`)
      const deadline = setTimeout(() => {
        options.say('Stopping takes too long; forcing it.')
        options.force()
      }, options.deadlineMs)
      void options.stop().finally(() => clearTimeout(deadline))
    } else if (Date.now() - firstAt > echoMs) {
      options.say('Forced to stop.')
      options.force()
    }
  }
  for (const signal of signals) process.on(signal, handle)
}
