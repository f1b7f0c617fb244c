import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { Pulse } from './pulse.ts'

test('a walker sleeps while its listener has batches left, and wakes for each that is taken', async () => {
  const pulse = new Pulse()
  const script = new URL('./testing/handing-thread.ts', import.meta.url)
  const thread = new Worker(script, { workerData: pulse.memory })
  const heard: number[] = []
  thread.on('message', (batch) => heard.push(batch))
  // Each taken batch lets exactly one more come, so the count is never more than one ahead of two open ones.
  for (let taken = 0; taken < 4; taken++) {
    while (heard.length < Math.min(taken + 2, 5)) await once(thread, 'message')
    expect(heard.length).toBeLessThanOrEqual(taken + 2)
    pulse.take()
  }
  await once(thread, 'exit')
  expect(heard).toEqual([1, 2, 3, 4, 5])
})

test('a listener sees where the walker is, by bytes, and that it moves', () => {
  const walker = new Pulse()
  const listener = new Pulse(walker.memory)
  expect(listener.read()).toMatchObject({ beats: 0, isWaiting: false })
  walker.enter('/films/Am\xe9lie')
  expect(listener.read()).toMatchObject({ beats: 1, folder: Buffer.from('/films/Am\xe9lie', 'latin1') })
})
