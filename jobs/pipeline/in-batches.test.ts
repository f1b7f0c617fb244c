import { expect, test } from 'vitest'
import { inBatches } from './in-batches.ts'

async function collect<Item>(batches: AsyncIterable<Item[]>): Promise<{ batches: Item[][]; error: unknown }> {
  const all: Item[][] = []
  try {
    for await (const batch of batches) all.push(batch)
    return { batches: all, error: null }
  } catch (error) {
    return { batches: all, error }
  }
}

const never = { most: 3, waitMs: 1_000_000 }

test('items come out in full batches and a last short one', async () => {
  async function* source() {
    yield [1, 2]
    yield [3, 4, 5, 6, 7]
    yield []
    yield [8]
  }
  expect(await collect(inBatches(source(), never))).toEqual({
    batches: [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8],
    ],
    error: null,
  })
})

test('what came before a failure is given out before it', async () => {
  async function* source() {
    yield [1, 2]
    throw new Error('gone')
  }
  const { batches, error } = await collect(inBatches(source(), never))
  expect(batches).toEqual([[1, 2]])
  expect(error).toEqual(new Error('gone'))
})

test('a batch that waits for a slow source is given out at its deadline', async () => {
  let goOn = () => {}
  const gate = new Promise<void>((resolve) => (goOn = resolve))
  async function* source() {
    yield [1]
    await gate
    yield [2]
  }
  const batches = inBatches(source(), { most: 3, waitMs: 5 })
  expect((await batches.next()).value).toEqual([1])
  goOn()
  expect((await batches.next()).value).toEqual([2])
  expect((await batches.next()).done).toBe(true)
})

test('ending early closes the source', async () => {
  let isClosed = false
  async function* source() {
    try {
      for (let n = 0; ; n++) yield [n]
    } finally {
      isClosed = true
    }
  }
  for await (const batch of inBatches(source(), { most: 2, waitMs: 1000 })) {
    expect(batch).toEqual([0, 1])
    break
  }
  await Promise.resolve()
  expect(isClosed).toBe(true)
})
