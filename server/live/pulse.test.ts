import { expect, test } from 'vitest'
import { createPulse } from './pulse.ts'

/** Work that goes on until it is told to end, and says each time that it has begun. */
function heldWork() {
  const ends: (() => void)[] = []
  let begun = Promise.withResolvers<void>()
  return {
    work: () => {
      begun.resolve()
      begun = Promise.withResolvers()
      return new Promise<void>((resolve) => ends.push(resolve))
    },
    nextBegun: () => begun.promise,
    end: () => ends.shift()?.(),
    running: () => ends.length,
  }
}

test('nudges during the work make it run once more, not twice and not at the same time', async () => {
  const held = heldWork()
  let begun = 0
  const pulse = createPulse({ everyMs: 0, work: () => ((begun += 1), held.work()), onError: () => undefined })
  const first = held.nextBegun()
  for (let n = 0; n < 5; n++) pulse.nudge()
  await first
  for (let n = 0; n < 5; n++) pulse.nudge()
  expect(held.running()).toBe(1)
  const second = held.nextBegun()
  held.end()
  await second
  expect(held.running()).toBe(1)
  held.end()
  await pulse.close()
  expect(begun).toBe(2)
})

test('work that throws is told about and done again at the next nudge', async () => {
  const told = Promise.withResolvers<unknown>()
  const done = Promise.withResolvers<void>()
  let tries = 0
  const pulse = createPulse({
    everyMs: 0,
    work: async () => {
      if (++tries === 1) throw new Error('no database')
      done.resolve()
    },
    onError: told.resolve,
  })
  pulse.nudge()
  expect(await told.promise).toMatchObject({ message: 'no database' })
  pulse.nudge()
  await done.promise
  await pulse.close()
  expect(tries).toBe(2)
})

test('once closed nothing starts, and what had started is waited for', async () => {
  const held = heldWork()
  const pulse = createPulse({ everyMs: 0, work: held.work, onError: () => undefined })
  const begun = held.nextBegun()
  pulse.nudge()
  await begun
  let isClosed = false
  const closed = pulse.close().then(() => (isClosed = true))
  pulse.nudge()
  await Promise.resolve()
  expect(isClosed).toBe(false)
  held.end()
  await closed
  expect(held.running()).toBe(0)
})
