import { element, elementHead, float, text, unsigned } from './ebml.ts'

/** A video file to make. Languages are ISO 639-2 ('eng', 'ger'); null writes "undetermined". */
export interface ExampleVideo {
  durationMs: number
  width?: number
  height?: number
  /** Matroska's codec id, 'V_MPEGH/ISO/HEVC' for instance. */
  videoCodec?: string
  audio?: { codec?: string; channels?: number; language: string | null }[]
  subtitles?: { codec?: string; language: string | null; forced?: boolean }[]
  /** Bytes the file shall have; what the headers leave is a hole, so it costs no room on disk. */
  size?: number
}

const UNDETERMINED = 'und'

/** The head of a real Matroska file; its holder makes the file as long as `size` says. */
export function matroska(video: ExampleVideo): Buffer {
  const header = element(0x1a45dfa3, [text(0x4282, 'matroska'), unsigned(0x4287, 4), unsigned(0x4285, 2)])
  const info = element(0x1549a966, [
    unsigned(0x2ad7b1, 1_000_000),
    float(0x4489, video.durationMs),
    text(0x4d80, 'Marquee examples'),
    text(0x5741, 'Marquee examples'),
  ])
  const body = Buffer.concat([info, element(0x1654ae6b, tracks(video))])
  const voidHead = 9
  const segmentHead = 12
  const used = header.length + segmentHead + body.length
  const hole = Math.max(0, (video.size ?? 0) - used - voidHead)
  if (hole === 0) return Buffer.concat([header, element(0x18538067, body)])
  return Buffer.concat([
    header,
    elementHead(0x18538067, body.length + voidHead + hole),
    body,
    elementHead(0xec, hole),
  ])
}

function tracks(video: ExampleVideo): Buffer[] {
  const picture = element(0xe0, [unsigned(0xb0, video.width ?? 1920), unsigned(0xba, video.height ?? 1080)])
  const all = [track(1, 1, video.videoCodec ?? 'V_MPEG4/ISO/AVC', null, [picture])]
  for (const audio of video.audio ?? []) {
    const sound = element(0xe1, [float(0xb5, 48_000), unsigned(0x9f, audio.channels ?? 2)])
    all.push(track(all.length + 1, 2, audio.codec ?? 'A_AAC', audio.language, [sound]))
  }
  for (const subtitle of video.subtitles ?? []) {
    const forced = unsigned(0x55aa, subtitle.forced ? 1 : 0)
    all.push(track(all.length + 1, 17, subtitle.codec ?? 'S_TEXT/UTF8', subtitle.language, [forced]))
  }
  return all
}

// The language is always written: a track without that element is English by the specification.
function track(number: number, type: number, codec: string, language: string | null, more: Buffer[]): Buffer {
  return element(0xae, [
    unsigned(0xd7, number),
    unsigned(0x73c5, number),
    unsigned(0x83, type),
    text(0x22b59c, language ?? UNDETERMINED),
    text(0x86, codec),
    ...more,
  ])
}
