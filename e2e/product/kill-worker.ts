import { expect } from '@playwright/test'
import type { Product } from './product.ts'

/** Kills the product's worker in the middle of what it does, as the system does when memory runs out. */
export async function killWorker(product: Product): Promise<void> {
  await expect.poll(product.workerPid, { message: 'there is a worker' }).not.toBeNull()
  const pid = await product.workerPid()
  if (pid !== null) process.kill(pid, 'SIGKILL')
}
