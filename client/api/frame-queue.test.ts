import { expect, test } from 'vitest'
import { makeFrameQueue } from './frame-queue.ts'
import type { LiveFrame } from './wire.ts'

const build = (name: string): LiveFrame => ({ topic: 'build', build: name })

test('frames that arrive before a paint are applied together, in order', () => {
  const applied: LiveFrame[][] = []
  const paints: (() => void)[] = []
  const queue = makeFrameQueue({
    apply: (frames) => applied.push([...frames]),
    nextPaint: (run) => paints.push(run),
  })
  queue(build('a'))
  queue(build('b'))
  expect(applied).toEqual([])
  paints.shift()?.()
  queue(build('c'))
  paints.shift()?.()
  expect(applied).toEqual([[build('a'), build('b')], [build('c')]])
  expect(paints).toEqual([])
})
