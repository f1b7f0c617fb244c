const gapMs = 15_000

/** Lets one message through per 15 s; of those that wait only the newest is said. A forced one is said at once. */
export function makeAnnounceQueue(world: {
  say: (message: string) => void
  now: () => number
  later: (run: () => void, ms: number) => void
}): (message: string, force: boolean) => void {
  let lastAt = -Infinity
  let waiting: string | undefined
  let isTimerSet = false

  const say = (message: string) => {
    lastAt = world.now()
    waiting = undefined
    world.say(message)
  }
  const onTime = () => {
    isTimerSet = false
    if (waiting === undefined) return
    const leftMs = lastAt + gapMs - world.now()
    if (leftMs <= 0) return say(waiting)
    wait(leftMs)
  }
  const wait = (ms: number) => {
    if (isTimerSet) return
    isTimerSet = true
    world.later(onTime, ms)
  }

  return (message, force) => {
    const leftMs = lastAt + gapMs - world.now()
    if (force || leftMs <= 0) return say(message)
    waiting = message
    wait(leftMs)
  }
}
