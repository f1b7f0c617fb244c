import type { EpisodeDraft } from '../../../db/domain/draft.ts'
import { chanceOf } from './chance.ts'
import { fileFacts } from './media-facts.ts'
import type { SampleItem } from './sample-set.ts'
import type { Episode, Show, ShowPlan } from './show-plan.ts'
import { makeTitle } from './titles/title-words.ts'

/** "Otto the Odd Otter S02E05". */
export function episodeLabel(show: string, { season, number }: Episode): string {
  return `${show} S${twoDigits(season)}E${twoDigits(number)}`
}

/** One episode's file, as it is listed and as it is read. */
export function episodeItem(plan: ShowPlan, show: Show, episode: Episode): SampleItem {
  const label = episodeLabel(show.title, episode)
  const season = episode.season === 0 ? 'Specials' : `Season ${twoDigits(episode.season)}`
  const path = plan.pathOf?.(show.title, episode) ?? `${show.folder}/${season}/${label}.mkv`
  const key = `${show.title}/${season}/${label}.mkv`
  const draft = draftOf(plan, show, episode, path)
  return {
    entry: {
      key,
      fingerprint: `${draft.file.size}-${draft.file.mtimeMs}`,
      kind: 'episode',
      label,
      path,
      show: { key: show.folder, title: show.title },
      season: episode.season,
    },
    read() {
      const trouble = plan.troubleOf(show, episode, path)
      return trouble ? { key, trouble } : { key, draft, warnings: [] }
    },
  }
}

function draftOf(plan: ShowPlan, show: Show, episode: Episode, path: string): EpisodeDraft {
  const chance = chanceOf(`${show.title} ${episode.season} ${episode.number}`)
  const year = show.year + Math.max(0, episode.season - 1)
  const durationMs = Math.round(show.minutes * 60_000 * (0.95 + chance.next() * 0.1))
  return {
    kind: 'episode',
    show: { title: show.title, year: show.year, ids: { tvdb: `${show.id}`, tmdb: `${show.id}` } },
    season: episode.season,
    episodes: [episode.number],
    airDate: airDate(year, episode.number),
    absolute: [],
    title: makeTitle(plan.words, chance),
    ids: { tvdb: `${show.id}${twoDigits(episode.season)}${twoDigits(episode.number)}` },
    file: {
      path,
      parts: [],
      mtimeMs: chance.between(Date.UTC(2019, 0, 1), Date.UTC(2025, 5, 1)),
      ...fileFacts(year, durationMs, chance),
    },
  }
}

/** Once a week from the middle of September. */
function airDate(year: number, number: number): string {
  return new Date(Date.UTC(year, 8, 15 + 7 * (number - 1))).toISOString().slice(0, 10)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
