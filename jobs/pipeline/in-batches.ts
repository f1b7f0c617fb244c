/**
 * Collects what an async iterable yields into batches: a batch is given out when it is full, or when its first
 * item has waited `waitMs`, however slowly the source goes on. Ending early closes the source.
 */
export async function* inBatches<Item>(
  source: AsyncIterable<Item[]>,
  limits: { most: number; waitMs: number },
): AsyncGenerator<Item[]> {
  const iterator = source[Symbol.asyncIterator]()
  let items: Item[] = []
  let deadline: { promise: Promise<'late'>; cancel: () => void } | null = null
  let next: Promise<{ step: IteratorResult<Item[]> } | { error: unknown }> | null = null
  try {
    for (;;) {
      next ??= iterator.next().then(
        (step) => ({ step }),
        (error: unknown) => ({ error }),
      )
      const result = deadline ? await Promise.race([next, deadline.promise]) : await next
      if (result === 'late') {
        deadline = null
        yield items
        items = []
        continue
      }
      next = null
      if ('error' in result) {
        // What came before the failure is given out before it.
        if (items.length > 0) yield items
        throw result.error
      }
      if (result.step.done) break
      items.push(...result.step.value)
      while (items.length >= limits.most) {
        deadline?.cancel()
        deadline = null
        yield items.slice(0, limits.most)
        items = items.slice(limits.most)
      }
      if (items.length > 0) deadline ??= makeDeadline(limits.waitMs)
    }
    if (items.length > 0) yield items
  } finally {
    deadline?.cancel()
    // A pending read may be stuck in its source: closing must not wait for it.
    void iterator.return?.()?.catch(() => undefined)
  }
}

function makeDeadline(waitMs: number): { promise: Promise<'late'>; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const promise = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), waitMs)
  })
  return { promise, cancel: () => clearTimeout(timer) }
}
