import type { NameReading } from './read-name.ts'
import { displayPath } from './path-text.ts'

/** What a person calls it: "Dune (2021)", "Bluey S01E02", "The Daily Show 2024-03-01", or the file's name. */
export function labelOf(reading: NameReading | null, path: string): string {
  if (reading === null || 'trouble' in reading) return nameOf(path)
  const { title, parsed } = reading
  if (reading.kind === 'movie') return parsed.year === null ? title : `${title} (${parsed.year})`
  const { season, episodes } = reading
  if (parsed.airDate !== null && parsed.episodes.length === 0) return `${title} ${parsed.airDate}`
  return `${title} S${two(season)}${episodeRange(episodes)}`
}

function nameOf(path: string): string {
  const name = displayPath(path.slice(path.lastIndexOf('/') + 1))
  return name.trim() === '' ? `“${name}”` : name
}

function episodeRange(episodes: number[]): string {
  const [first = 0] = episodes
  const last = episodes.at(-1) ?? first
  return last === first ? `E${two(first)}` : `E${two(first)}-E${two(last)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
