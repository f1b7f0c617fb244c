import { z } from 'zod'
import type { MediaFacts } from '../../../db/domain/media.ts'
import { codecName, containerName } from './codec-names.ts'

const zTrack = z.looseObject({ '@type': z.string() })
const zReport = z.object({ media: z.object({ track: z.array(zTrack) }).nullish() })
type Track = z.infer<typeof zTrack>

/** Facts, and whether there are pictures at all; no facts when MediaInfo did not recognise a container. */
export interface Report {
  facts: MediaFacts | null
  /** False for a file that holds sound or text and no pictures. */
  hasVideo: boolean
}

/** Reads MediaInfo's JSON report. */
export function toFacts(json: string): Report {
  const tracks = zReport.parse(JSON.parse(json)).media?.track ?? []
  const ofType = (type: string) => tracks.filter((track) => track['@type'] === type)
  const general = ofType('General')[0]
  const format = general && text(general, 'Format')
  // Text, noise and a file cut before its first track all come back as a general track that says nothing.
  if (!general || !format || tracks.length < 2) return { facts: null, hasVideo: false }
  const video = ofType('Video')[0]
  const seconds = number(general, 'Duration') ?? (video ? number(video, 'Duration') : null)
  const facts = {
    container: containerName(format),
    durationMs: seconds === null ? null : Math.round(seconds * 1000),
    width: video ? number(video, 'Width') : null,
    height: video ? number(video, 'Height') : null,
    videoCodec: video ? codec(video) : null,
    hdr: video ? hdr(video) : null,
    audio: ofType('Audio').map((track) => ({
      codec: codec(track),
      channels: number(track, 'Channels'),
      language: text(track, 'Language'),
    })),
    subtitles: ofType('Text').map((track) => ({
      codec: codec(track),
      language: text(track, 'Language'),
      forced: text(track, 'Forced') === 'Yes',
    })),
  }
  return { facts, hasVideo: video !== undefined || ofType('Image').length > 0 }
}

function text(track: Track, field: string): string | null {
  const value = track[field]
  return typeof value === 'string' && value !== '' ? value : null
}

function number(track: Track, field: string): number | null {
  const value = Number.parseFloat(text(track, field) ?? '')
  return Number.isFinite(value) && value >= 0 ? value : null
}

function codec(track: Track): string | null {
  const format = text(track, 'Format')
  return format === null ? null : codecName(format)
}

function hdr(video: Track): string | null {
  const format = text(video, 'HDR_Format') ?? ''
  const transfer = text(video, 'transfer_characteristics') ?? ''
  if (format.includes('Dolby Vision')) return 'Dolby Vision'
  if (format.includes('ST 2094')) return 'HDR10+'
  if (format.includes('ST 2086') || transfer.includes('PQ')) return 'HDR10'
  return transfer.includes('HLG') ? 'HLG' : null
}
