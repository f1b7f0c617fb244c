import type { Tx } from '../../db/connect.ts'
import type { RunEvent } from '../../db/domain/run-event.ts'
import type { RunShowView, RunView } from '../../db/domain/run-view.ts'
import { readShows, readShowsOfLibraries } from '../../db/queries/run-views/run-shows.ts'

/**
 * The shows that events touched, as they are now. A batch names them in `extra.shows`; a listing that staged
 * entries without naming them may have touched any show of its library.
 */
export async function readTouchedShows(tx: Tx, view: RunView, events: RunEvent[]): Promise<RunShowView[]> {
  const named = new Set<number>()
  const listed = new Set<number>()
  for (const { type, scope, extra } of events) {
    const shows = extra?.shows
    if (Array.isArray(shows)) for (const id of shows) if (typeof id === 'number') named.add(id)
    if (type !== 'prescan.advanced' || Array.isArray(shows)) continue
    for (const library of view.libraries) {
      if (library.libraryId === scope.libraryId) listed.add(library.runLibraryId)
    }
  }
  const ofListed = await readShowsOfLibraries(tx, [...listed])
  for (const show of ofListed) named.delete(show.showId)
  return [...ofListed, ...(await readShows(tx, [...named]))]
}
