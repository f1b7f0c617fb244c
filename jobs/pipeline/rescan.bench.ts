import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import { type Figure, rounded } from '../bench/figure.ts'
import { makeGeneratedLibraries, runToEnd, setsOf } from '../bench/generated-run.ts'
import { makeBenchProduct } from '../bench/product.ts'

/** An incremental run in which nothing has changed, and one in which 1 % has, against the full run before them. */
export async function bench([size = 100_000]: readonly number[] = []): Promise<Figure[]> {
  const product = await makeBenchProduct()
  try {
    await product.startWorker()
    const libraryIds = await makeGeneratedLibraries(product.db, setsOf(size))
    const full = await runToEnd(product.db, libraryIds)
    const same = await runToEnd(product.db, libraryIds, 'incremental')
    if (same.found !== 0) throw new Error(`${same.found} entries looked changed`)
    await changeOneInAHundred(product.db)
    const changed = await runToEnd(product.db, libraryIds, 'incremental')
    if (changed.updated !== size / 100) throw new Error(`${changed.updated} entries were updated`)
    const of = `the full run, ${size.toLocaleString('en')} entries`
    return [
      { bench: 'rescan', figure: 'full run', value: rounded(full.seconds), unit: 's' },
      figure('nothing changed', same.seconds / full.seconds, of),
      figure('1 % changed', changed.seconds / full.seconds, of),
    ]
  } finally {
    await product.close()
  }
}

/** As the generated items never change, what is known of them does: they look changed, and their files' dates are. */
async function changeOneInAHundred(db: Db): Promise<void> {
  await db.execute(sql`update library_entry set fingerprint = 'before' where key like '%00'`)
  await db.execute(sql`
    update media_file f set mtime_ms = mtime_ms - 1 from library_entry e where e.file_id = f.id and e.key like '%00'`)
}

function figure(name: string, value: number, of: string): Figure {
  return { bench: 'rescan', figure: name, value: rounded(value), unit: 'x', of }
}
