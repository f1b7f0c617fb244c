/** What is seen of a thread at one look. */
interface Sign {
  beats: number
  isWaiting: boolean
}

/**
 * Tells, look by look, whether a thread has shown no sign of life for `most` looks. Looks are counted, not
 * seconds: a process that was stopped for a minute has not waited for its disk. A thread that has not begun,
 * or that waits for its listener, is not silent.
 */
export function createSilence(most: number): (sign: Sign) => boolean {
  let last = 0
  let silent = 0
  return ({ beats, isWaiting }) => {
    const isAlive = beats === 0 || beats !== last || isWaiting
    silent = isAlive ? 0 : silent + 1
    last = beats
    return silent >= most
  }
}
