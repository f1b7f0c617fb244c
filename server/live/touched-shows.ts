import type { Tx } from '../../db/connect.ts'
import type { RunEvent } from '../../db/domain/run-event.ts'
import type { RunShowView, RunView } from '../../db/domain/run-view.ts'
import { findRetryingShows, readShows } from '../../db/queries/run-views/run-shows.ts'

/**
 * The shows that changed since a reader knew a run, as they are now: batches name theirs in `extra.shows`. What a
 * further attempt has taken up has no batch yet, so when more is being retried than before, those shows come too.
 */
export async function readTouchedShows(
  tx: Tx,
  view: RunView,
  since: { events: RunEvent[]; retrying: number },
): Promise<RunShowView[]> {
  const touched = new Set<number>()
  for (const { extra } of since.events) {
    const shows = extra?.['shows']
    if (Array.isArray(shows)) for (const id of shows) if (typeof id === 'number') touched.add(id)
  }
  if (view.counts.retrying > since.retrying) {
    for (const id of await findRetryingShows(tx, view.id)) touched.add(id)
  }
  return readShows(tx, [...touched])
}
