import {
  findLooseNumber,
  findSeasonAndNumber,
  findSignedNumber,
  findUnsignedNumber,
} from './absolute-episode.ts'
import { findAirDate, findShortDate } from './air-date.ts'
import { findCompact } from './compact-episode.ts'
import { findCrossEpisode } from './cross-episode.ts'
import { findCounted, findEpisodeOnly, findSeriesPart } from './episode-only.ts'
import type { Marker } from './marker.ts'
import { findChapter, findGrownSeasonEpisode, findSeasonEpisode } from './season-episode.ts'
import { findSeasonPack } from './season-pack.ts'
import { findSpecial } from './special-episode.ts'

/** The numbers that a name states, the surest reading first; null if it may well be a movie's. */
export function findMarker(text: string, isSigned: boolean): Marker | null {
  const sure =
    findSeasonEpisode(text) ?? findChapter(text) ?? findCrossEpisode(text) ?? findGrownSeasonEpisode(text)
  if (sure) return withDate(sure, text)
  const stated = findSeasonAndNumber(text) ?? findDaily(text) ?? findPackOrEpisode(text, isSigned)
  if (stated) return stated
  return (
    findUnsignedNumber(text) ??
    findShortDate(text) ??
    findCompact(text) ??
    findLooseNumber(text) ??
    findSeriesPart(text)
  )
}

// An episode number beside a full date is the broadcaster's own count; catalogues go by the date.
function findDaily(text: string): Marker | null {
  const dated = findAirDate(text)
  if (!dated || findCounted(text.slice(0, dated.start))) return null
  const numbered = findEpisodeOnly(text.slice(0, dated.start))
  return numbered && dated.start - numbered.end < 3 ? { ...dated, start: numbered.start } : dated
}

function findPackOrEpisode(text: string, isSigned: boolean): Marker | null {
  const pack = findSeasonPack(text)
  const episode = findEpisodeOnly(text) ?? findSeriesPart(text, true)
  if (pack && episode) {
    return {
      ...episode,
      seasons: pack.seasons,
      start: Math.max(Math.min(pack.start, episode.start), titleStart(text, pack, episode)),
    }
  }
  if (episode) return episode
  if (!isSigned) return pack
  const signed = findSignedNumber(text)
  const special = findSpecial(text)
  if (special && !pack && (!signed || signed.end > special.start)) return special
  if (!pack || !signed) return pack ?? signed
  return signed.start >= pack.end ? { ...signed, seasons: pack.seasons, start: pack.start } : pack
}

// "中文[第01-15集].Title.S01": the episodes stand before the title, the season after it.
const titleStart = (text: string, pack: Marker, episode: Marker): number =>
  /\p{sc=Latin}{3}/u.test(text.slice(episode.end, pack.start)) ? pack.start : 0

function withDate(marker: Marker, text: string): Marker {
  const dated = findAirDate(text)
  if (!dated || (dated.start < marker.end && dated.end > marker.start)) return marker
  return {
    ...marker,
    airDate: dated.airDate,
    start: dated.end <= marker.start && marker.start - dated.end < 4 ? dated.start : marker.start,
  }
}
