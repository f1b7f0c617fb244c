import type { LiveFrame } from './wire.ts'

/** Collects frames and hands them on together, once per painted frame: a burst is one change of the page. */
export function makeFrameQueue(world: {
  apply: (frames: readonly LiveFrame[]) => void
  nextPaint: (run: () => void) => void
}): (frame: LiveFrame) => void {
  let waiting: LiveFrame[] = []
  return (frame) => {
    waiting.push(frame)
    if (waiting.length > 1) return
    world.nextPaint(() => {
      const frames = waiting
      waiting = []
      world.apply(frames)
    })
  }
}
