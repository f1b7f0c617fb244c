import type { FileDraft } from '../../../db/domain/draft.ts'
import type { AudioStream, MediaFacts, SubtitleStream } from '../../../db/domain/media.ts'
import type { Chance } from './chance.ts'

/** How a file of a certain quality looks: what its container says and how many megabits a second it takes. */
interface Tier {
  resolution: string
  width: number
  height: number
  codecs: readonly [string, ...string[]]
  sources: readonly [string, ...string[]]
  audio: readonly [string, ...string[]]
  channels: readonly [number, ...number[]]
  megabits: readonly [number, number]
}

const UHD: Tier = {
  resolution: '2160p',
  width: 3840,
  height: 2160,
  codecs: ['hevc', 'hevc', 'av1'],
  sources: ['bluray', 'web'],
  audio: ['truehd', 'eac3', 'dts'],
  channels: [6, 8],
  megabits: [14, 48],
}
const FULL_HD: Tier = {
  resolution: '1080p',
  width: 1920,
  height: 1080,
  codecs: ['h264', 'h264', 'hevc', 'av1'],
  sources: ['bluray', 'web', 'web', 'tv'],
  audio: ['eac3', 'ac3', 'aac', 'dts', 'flac'],
  channels: [2, 6, 6],
  megabits: [3, 12],
}
const HD: Tier = { ...FULL_HD, resolution: '720p', width: 1280, height: 720, megabits: [1.5, 5] }
const DVD: Tier = {
  resolution: '576p',
  width: 720,
  height: 576,
  codecs: ['mpeg2video', 'h264', 'mpeg4'],
  sources: ['dvd', 'dvd', 'tv'],
  audio: ['ac3', 'mp3', 'aac'],
  channels: [1, 2, 2],
  megabits: [0.9, 5],
}

/** The older the thing, the smaller its picture. */
function tierOf(year: number, chance: Chance): Tier {
  if (year < 1995) return chance.pick([DVD, DVD, HD, FULL_HD])
  if (year < 2012) return chance.pick([DVD, HD, FULL_HD, FULL_HD])
  return chance.pick([HD, FULL_HD, FULL_HD, FULL_HD, UHD])
}

const LANGUAGES = ['en', 'en', 'en', 'de', 'fr', 'es', 'ja', 'it', 'sv', 'pl', 'pt', 'ko'] as const
const GROUPS = [null, 'LUMEN', 'TANDEM', 'MOTH', 'KESTREL', 'PAPERCUT', null] as const

/** Invented facts of one file: what a probe of its container would say. */
export function fileFacts(
  year: number,
  durationMs: number,
  chance: Chance,
): Omit<FileDraft, 'path' | 'parts' | 'mtimeMs' | 'size'> & { size: number; facts: MediaFacts } {
  const tier = tierOf(year, chance)
  const megabits = tier.megabits[0] + chance.next() * (tier.megabits[1] - tier.megabits[0])
  const original = chance.pick(LANGUAGES)
  const subtitles = chance.pick([[], ['en'], ['en', 'es'], ['en', 'de', 'fr'], ['sv', 'en']])
  return {
    size: Math.round((durationMs / 1000) * (megabits / 8) * 1_000_000),
    resolution: tier.resolution,
    source: chance.pick(tier.sources),
    releaseGroup: chance.pick(GROUPS),
    facts: {
      container: 'mkv',
      durationMs,
      width: tier.width,
      height: chance.is(0.4) && tier !== DVD ? Math.round(tier.width / 2.39 / 2) * 2 : tier.height,
      videoCodec: chance.pick(tier.codecs),
      hdr: tier === UHD ? chance.pick(['HDR10', 'HDR10', 'Dolby Vision', 'HLG']) : null,
      audio: audioOf(tier, original, chance),
      subtitles: subtitles.map((language): SubtitleStream => {
        return { codec: tier === DVD ? 'vobsub' : 'srt', language, forced: false }
      }),
    },
  }
}

function audioOf(tier: Tier, original: string, chance: Chance): AudioStream[] {
  const main = { codec: chance.pick(tier.audio), channels: chance.pick(tier.channels), language: original }
  if (original === 'en' || chance.is(0.5)) return [main]
  return [main, { codec: 'ac3', channels: 2, language: 'en' }]
}
