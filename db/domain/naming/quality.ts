import { getPartialParser } from '@viren070/parse-torrent-title'
import type { NameSource } from './parsed-name.ts'

// The library's words for where a release was taken from, and ours.
const sourceOf: Record<string, NameSource> = {
  BDRip: 'bluray',
  BRRip: 'bluray',
  BluRay: 'bluray',
  'BluRay REMUX': 'bluray',
  REMUX: 'bluray',
  UHDRip: 'bluray',
  CAM: 'cam',
  DVD: 'dvd',
  DVDRip: 'dvd',
  R5: 'dvd',
  HDTV: 'tv',
  HDTVRip: 'tv',
  PDTV: 'tv',
  SATRip: 'tv',
  SDTV: 'tv',
  TVRip: 'tv',
  PPV: 'web',
  PPVRip: 'web',
  VODR: 'web',
  HDRip: 'web',
  SCR: 'screener',
  TeleCine: 'telecine',
  TeleSync: 'telesync',
  VHSRip: 'vhs',
  WEB: 'web',
  'WEB-DL': 'web',
  'WEB-DLRip': 'web',
  WEBCap: 'web',
  WEBRip: 'web',
  WORKPRINT: 'workprint',
}

// What the library leaves unread: first match wins, before its own answer.
const ownSources: [RegExp, NameSource][] = [
  [/(?<![a-z0-9])hd[-. ]?dvd/i, 'hddvd'],
  [
    /blu-?ray|(?<![a-z0-9])(?:m?bd|uhdbd)(?:remux|rip|mux|light|\d{2,4}p?)?(?![a-z0-9])|(?<![a-z0-9])br-?rip|(?<![a-z0-9])m2ts$/i,
    'bluray',
  ],
  [
    /(?<![a-z0-9])web(?![a-z])|web[-_. ]?(?:dl|rip|hd|cap|mux)|(?:amazon|netflix|hulu|itunes|disney|maxdome|hbomax)u?[hs]d(?![a-z])/i,
    'web',
  ],
  [/(?<![a-z0-9])(?:hd-?tv|htdv|[ps]dtv|dsr|dth|dvb|raw-?hd|tv-?rip|dtv)(?:rip)?(?![a-z0-9])/i, 'tv'],
  [/(?<![a-z0-9])(?:dvd|ntsc|xvidvd|dvdivx)(?![a-z])|dvd-?(?:r|5|9|rip|mux|scr)(?![a-z0-9])/i, 'dvd'],
]
const size = /(?<!\d)(\d{3,4})[ ]?[x×*][ ]?(\d{3,4})(?!\d)/i
const height =
  /(?<![a-z0-9])(?:hd-?)?(360|480|540|576|720|1080|1440|2160|4320)[pi]?(?:\d\d)?(?![a-z0-9])|(?<=bd|ray|web)(480|576|720|1080|2160)p/i
const fourK = /(?<![a-z0-9])(?:4k|uhd(?:bd)?|ultra-?hd)(?![a-z0-9])/i

const parseQuality = getPartialParser(['resolution', 'quality'])
// One look that spares the library's hundred where a name holds none of its words.
const mayHoldQuality = /\d{3,4}[pi]|cam|tele|t[sc](?![a-z])|scr|r[5-9]|rip|vod|ppv|work|vhs|sat|hd|remux/i
const revised = /(?<![a-z])(?:proper|repack\d?|rerip)(?![a-z])/i
const numbered = /(?:[ ._\-[(]|\d)v([2-9])(?![\p{L}\d])/u

/** What a release name says of picture and origin. */
export type Quality = {
  resolution: string | null
  source: NameSource | null
  version: number
  isProper: boolean
}

/** Resolution, source and revision of a release: by our own words, and by the kept library where they see nothing. */
export function readQuality(stem: string): Quality {
  const source = ownSources.find(([pattern]) => pattern.test(stem))?.[1] ?? null
  const resolution = readResolution(stem)
  const isMissing = (source === null || resolution === null) && mayHoldQuality.test(stem)
  // Quality words are ASCII; the library's patterns for other scripts take cubic time on long names.
  const read = isMissing ? parseQuality(stem.replace(/[^ -~]+/g, ' ').slice(-300)) : {}
  const version = numbered.exec(stem)
  const isProper = revised.test(stem)
  return {
    resolution: resolution ?? (read.resolution === '4k' ? '2160p' : (read.resolution ?? null)),
    source: source ?? sourceOf[read.quality ?? ''] ?? null,
    version: version ? Number(version[1]) : isProper ? 2 : 1,
    isProper,
  }
}

function readResolution(stem: string): string | null {
  const sized = size.exec(stem)
  if (sized) return `${nearest(Number(sized[2]), Number(sized[1]))}p`
  const stated = height.exec(stem)
  if (stated) return `${stated[1] ?? stated[2]}p`
  if (fourK.test(stem)) return '2160p'
  return /(?<![a-z0-9])fhd(?![a-z0-9])/i.test(stem) ? '1080p' : null
}

// A wide film is cropped: 1920x800 is a 1080p release.
function nearest(rows: number, columns: number): number {
  if (columns >= 3000 || rows >= 2000) return 2160
  if (columns >= 1800 || rows >= 1000) return 1080
  if (columns >= 1200 || rows >= 700) return 720
  return rows >= 560 ? 576 : 480
}
