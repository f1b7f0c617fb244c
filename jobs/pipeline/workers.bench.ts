import { type Figure, rounded } from '../bench/figure.ts'
import { makeGeneratedLibraries, runToEnd } from '../bench/generated-run.ts'
import { makeBenchProduct } from '../bench/product.ts'

const WORKERS = [1, 2, 4]

/** One run of eight libraries, on an empty catalogue each time, by one, two and four worker processes. */
export async function bench([size = 80_000]: readonly number[] = []): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const workers of WORKERS) {
    const product = await makeBenchProduct()
    try {
      for (let at = 0; at < workers; at++) await product.startWorker()
      const part = size / 8
      const sets = [0, 1, 2, 3].flatMap((at) => {
        const range = `${at * part}-${(at + 1) * part}`
        return [`generated:movies:${range}`, `generated:shows:${range}`]
      })
      const { found, seconds } = await runToEnd(product.db, await makeGeneratedLibraries(product.db, sets))
      figures.push({
        bench: 'workers',
        figure: `${workers} ${workers === 1 ? 'process' : 'processes'}`,
        value: rounded(found / seconds),
        unit: 'entries/s',
        of: `${found.toLocaleString('en')} entries in 8 libraries`,
      })
    } finally {
      await product.close()
    }
  }
  return figures
}
