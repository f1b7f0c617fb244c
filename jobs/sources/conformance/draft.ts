import type { Draft, EpisodeDraft, FileDraft } from '../../../db/domain/draft.ts'
import type { Violations } from './violation.ts'

/** Checks that a draft has what the catalogue needs: a title, sane numbers, a file. */
export function checkDraft(draft: Draft, key: string, found: Violations): void {
  const bad = (what: string) => found.add('draft is whole', `the draft of ${JSON.stringify(key)} ${what}`)
  if (draft.kind === 'movie') checkTitle(draft, bad)
  else checkEpisode(draft, bad)
  checkFile(draft.file, bad)
}

function checkTitle(titled: { title: string; year: number | null }, bad: (what: string) => void): void {
  if (titled.title.trim() === '') bad('has no title')
  if (titled.year !== null && !isBetween(titled.year, 1870, 2200)) bad(`is of the year ${titled.year}`)
}

function checkEpisode(draft: EpisodeDraft, bad: (what: string) => void): void {
  checkTitle(draft.show, bad)
  if (!isBetween(draft.season, 0, 100_000)) bad(`is in season ${draft.season}`)
  if (draft.episodes.length + draft.absolute.length === 0 && draft.airDate === null) bad('has no number')
  for (const number of [...draft.episodes, ...draft.absolute]) {
    if (!isBetween(number, 0, 100_000)) bad(`is episode ${number}`)
  }
  if (draft.airDate !== null && !/^\d{4}-\d\d-\d\d$/.test(draft.airDate)) bad(`aired on ${draft.airDate}`)
}

function checkFile(file: FileDraft, bad: (what: string) => void): void {
  if (file.path === '') bad('has a file without a path')
  if (file.size !== null && !isBetween(file.size, 0, Number.MAX_SAFE_INTEGER)) bad(`has ${file.size} bytes`)
  const durationMs = file.facts?.durationMs ?? 0
  if (!isBetween(durationMs, 0, Number.MAX_SAFE_INTEGER)) bad(`lasts ${durationMs} ms`)
}

function isBetween(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}
