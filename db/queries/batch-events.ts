import { settledOf } from '../domain/counts.ts'
import type { DraftEvent } from '../domain/run-event.ts'
import type { RunPart } from './lane.ts'
import type { PartRow } from './library-part.ts'
import type { Settlement } from './settle-batch.ts'

/** Failing entries get a line each up to this many a batch, then one line says how many more. */
const FAILURE_LINES = 20

/**
 * The events of a settled batch: its failures, then one that carries the library's totals, its shows, and how many
 * units of the whole run are settled by now, which is what the pace is read from.
 */
export function batchEvents(
  part: RunPart,
  row: PartRow,
  settlements: readonly Settlement[],
  runSettled: number,
): DraftEvent[] {
  const library = { sourceId: part.sourceId, libraryId: part.libraryId, libraryTitle: part.title }
  const failed = settlements.filter((one) => one.outcome.status === 'failed')
  const events = failed.slice(0, FAILURE_LINES).map((one) => failureEvent(library, one))
  const more = failed.length - events.length
  if (more > 0) {
    events.push({
      type: 'entry.failed',
      level: 'error',
      phase: 'error',
      scope: library,
      message: `${part.title}: and ${more} more failed`,
      extra: { filter: { status: 'failed', libraryId: part.libraryId } },
    })
  }
  const settled = settledOf(row)
  const isFirst = settled === settlements.length
  if (isFirst)
    events.unshift({
      type: 'ingest.started',
      level: 'info',
      phase: 'library',
      scope: library,
      message: `Ingesting ${part.title}`,
    })
  const shows = [...new Set(settlements.flatMap((one) => one.entry.showId ?? []))]
  const total = row.locked ? ` of ${row.found.toLocaleString('en')}` : ''
  events.push({
    type: 'batch.committed',
    level: 'info',
    phase: part.dryRun ? 'dry_run' : 'batch',
    scope: library,
    progress: { current: settled, total: row.locked ? row.found : null },
    message: `${part.title}: committed ${countedUnits(part, settlements.length)} (${settled.toLocaleString('en')}${total})`,
    extra: { runSettled, ...(shows.length > 0 ? { shows } : {}) },
  })
  return events
}

function countedUnits(part: RunPart, count: number): string {
  const unit = part.mediaKind === 'movie' ? 'movie' : part.mediaKind === 'show' ? 'episode' : 'item'
  return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`
}

function failureEvent(library: DraftEvent['scope'], one: Settlement): DraftEvent {
  const { entry, outcome } = one
  const detail = 'detail' in outcome ? outcome.detail : ''
  return {
    type: 'entry.failed',
    level: 'error',
    phase: 'error',
    scope: {
      ...library,
      kind: entry.kind,
      ...(entry.show ? { show: entry.show.title } : {}),
      ...(entry.season === undefined ? {} : { season: entry.season }),
      entryId: entry.id,
    },
    message: `${library.libraryTitle}: “${entry.label}” — ${detail}`,
    extra: {
      ...('code' in outcome ? { code: outcome.code } : {}),
      ...(entry.path ? { path: entry.path } : {}),
    },
  }
}
