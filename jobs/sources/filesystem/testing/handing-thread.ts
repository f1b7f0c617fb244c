import { parentPort, workerData } from 'node:worker_threads'
import { Pulse } from '../pulse.ts'

// Hands over five batches, of which only two may be open at a time, and counts them aloud.
const pulse = new Pulse(workerData)
for (let batch = 1; batch <= 5; batch++) {
  parentPort?.postMessage(batch)
  pulse.handOver(2)
}
