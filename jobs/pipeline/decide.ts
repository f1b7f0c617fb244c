import type { Draft, EpisodeDraft, FileDraft } from '../../db/domain/draft.ts'
import { normalTitle } from '../../db/domain/identity.ts'
import type { Outcome } from '../../db/domain/outcome.ts'
import type { KnownFile } from '../../db/queries/known-files.ts'

/** What should be done with a draft, given what the catalogue knows of its file. Pure. */
export function decide(
  draft: Draft,
  known: KnownFile | null,
  warnings: readonly string[] = [],
  isForced = false,
): Outcome {
  const extra = warnings.length > 0 ? { warnings: [...warnings] } : {}
  if (!known || known.titleId === null)
    return { status: 'created', action: createdSentence(draft, known), ...extra }
  const changes = changesBetween(draft, known)
  if (changes.length === 0 && isForced) {
    return { status: 'updated', action: `Imported ${nameOf(draft)} again, as asked`, ...extra }
  }
  if (changes.length === 0) {
    return { status: 'unchanged', action: `Already in the library as ${nameOf(draft)}`, ...extra }
  }
  return { status: 'updated', action: `Updated ${nameOf(draft)}: ${listed(changes)} changed`, ...extra }
}

function createdSentence(draft: Draft, known: KnownFile | null): string {
  if (known) return `Added ${nameOf(draft)} again: its title had been removed`
  return draft.kind === 'movie' ? `Created movie ${nameOf(draft)}` : `Created ${nameOf(draft)}`
}

/** The name people know: ‘Dune (2021)’, or S01E02 of ‘Bluey’. */
export function nameOf(draft: Draft): string {
  if (draft.kind === 'movie') {
    const edition = draft.edition ? `, ${draft.edition}` : ''
    return `‘${draft.title}${draft.year ? ` (${draft.year})` : ''}’${edition}`
  }
  return `${episodeCode(draft)} of ‘${draft.show.title}’`
}

/** S01E02, S01E02–E03, or the air date of a daily show's episode. */
export function episodeCode(draft: EpisodeDraft): string {
  if (draft.airDate && (draft.episodes[0] ?? 0) > 9999) return draft.airDate
  const two = (n: number) => String(n).padStart(2, '0')
  const first = draft.episodes[0] ?? 0
  const last = draft.episodes.at(-1) ?? first
  return `S${two(draft.season)}E${two(first)}${last > first ? `–E${two(last)}` : ''}`
}

function changesBetween(draft: Draft, known: KnownFile): string[] {
  const changes: string[] = []
  const title = draft.kind === 'movie' ? draft : draft.show
  const kind = draft.kind === 'movie' ? 'movie' : 'show'
  if (kind !== known.titleKind || normalTitle(title.title) !== normalTitle(known.titleName ?? ''))
    changes.push('title')
  else if (title.year !== null && known.titleYear !== null && title.year !== known.titleYear)
    changes.push('year')
  if (draft.kind === 'movie' && draft.edition !== known.edition) changes.push('edition')
  if (draft.kind === 'episode' && !sameEpisodes(draft, known)) changes.push('episode')
  return [...changes, ...fileChanges(draft.file, known)]
}

function sameEpisodes(draft: EpisodeDraft, known: KnownFile): boolean {
  const want = draft.episodes.map((number) => `${draft.season}:${number}`).sort()
  return want.join() === [...known.episodes].sort().join()
}

function fileChanges(file: FileDraft, known: KnownFile): string[] {
  const changes: string[] = []
  if (file.size !== null && file.size !== known.size) changes.push('size')
  if (file.mtimeMs !== null && Math.floor(file.mtimeMs) !== known.mtimeMs) changes.push('date')
  if (file.parts.join('\n') !== (known.parts ?? []).join('\n')) changes.push('parts')
  if (file.facts && JSON.stringify(sorted(file.facts)) !== JSON.stringify(sorted(known.facts))) {
    const before = known.facts
    if (file.facts.durationMs !== before?.durationMs) changes.push('duration')
    else changes.push('streams')
  }
  if (file.resolution !== known.resolution || file.source !== known.source) changes.push('quality')
  if (file.releaseGroup !== known.releaseGroup) changes.push('release group')
  return changes
}

/** The same value with its keys in order: jsonb does not keep ours. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** The same outcome of a dry run: what would be done, in those words. */
export function asPlan(outcome: Outcome): Outcome {
  if (!('action' in outcome)) return outcome
  const action = outcome.action.replace(
    /^(Created|Updated|Added|Imported) /,
    (_, word: keyof typeof WOULD) => `${WOULD[word]} `,
  )
  return { ...outcome, action }
}

const WOULD = {
  Created: 'Would create',
  Updated: 'Would update',
  Added: 'Would add',
  Imported: 'Would import',
} as const
