import type { Counts } from '../../domain/counts.ts'

/** The six count columns of a table, to be spread into a selection. */
export function countsSelected<Columns extends { [kind in keyof Counts]: unknown }>(
  table: Columns,
): Pick<Columns, keyof Counts> {
  const { created, updated, unchanged, skipped, failed, retrying } = table
  return { created, updated, unchanged, skipped, failed, retrying }
}

/** The counts of a row that has them among other columns. */
export function countsOf(row: Counts): Counts {
  return countsSelected(row)
}
