/** A moov-only MP4 to make: all of its facts, none of its pictures. */
export interface ExampleMp4 {
  durationMs: number
  width?: number
  height?: number
  /** ISO 639-2 of the one audio track ('eng'); null writes "undetermined". */
  language?: string | null
}

/** A real MP4 of about a kilobyte: H.264 video and AAC sound, as a player that only asks for facts sees it. */
export function mp4({ durationMs, width = 1280, height = 720, language = null }: ExampleMp4): Buffer {
  const videoEntry = box(
    'avc1',
    zeros(6),
    u16(1),
    zeros(16),
    u16(width),
    u16(height),
    u32(0x00480000),
    u32(0x00480000),
    u32(0),
    u16(1),
    zeros(32),
    u16(24),
    u16(0xffff),
    box('avcC', hex('0142c01effe10000010000')),
  )
  const audioEntry = box(
    'mp4a',
    zeros(6),
    u16(1),
    zeros(8),
    u16(2),
    u16(16),
    zeros(4),
    u32(48_000 << 16),
    esds(),
  )
  return Buffer.concat([
    box('ftyp', ascii('isom'), u32(512), ascii('isom'), ascii('mp41')),
    box(
      'moov',
      box(
        'mvhd',
        u32(0),
        zeros(8),
        u32(1000),
        u32(durationMs),
        u32(0x00010000),
        u16(0x0100),
        zeros(10),
        MATRIX,
        zeros(24),
        u32(3),
      ),
      track({
        id: 1,
        durationMs,
        width,
        height,
        handler: 'vide',
        language: null,
        sample: videoEntry,
        media: box('vmhd', u32(1), zeros(8)),
      }),
      track({
        id: 2,
        durationMs,
        width: 0,
        height: 0,
        handler: 'soun',
        language,
        sample: audioEntry,
        media: box('smhd', u32(0), zeros(4)),
      }),
    ),
  ])
}

interface Track {
  id: number
  durationMs: number
  width: number
  height: number
  handler: string
  language: string | null
  sample: Buffer
  media: Buffer
}

function track(t: Track): Buffer {
  const volume = t.handler === 'soun' ? 0x0100 : 0
  const table = box(
    'stbl',
    box('stsd', u32(0), u32(1), t.sample),
    box('stts', u32(0), u32(1), u32(1), u32(t.durationMs)),
    box('stsc', u32(0), u32(1), u32(1), u32(1), u32(1)),
    box('stsz', u32(0), u32(0), u32(1), u32(1)),
    box('stco', u32(0), u32(1), u32(0)),
  )
  return box(
    'trak',
    box(
      'tkhd',
      u32(3),
      zeros(8),
      u32(t.id),
      zeros(4),
      u32(t.durationMs),
      zeros(12),
      u16(volume),
      zeros(2),
      MATRIX,
      u32(t.width << 16),
      u32(t.height << 16),
    ),
    box(
      'mdia',
      box('mdhd', u32(0), zeros(8), u32(1000), u32(t.durationMs), u16(packed(t.language ?? 'und')), zeros(2)),
      box('hdlr', zeros(8), ascii(t.handler), zeros(13)),
      box('minf', t.media, box('dinf', box('dref', u32(0), u32(1), box('url ', u32(1)))), table),
    ),
  )
}

// AAC-LC, two channels, 48 kHz.
const esds = () => box('esds', u32(0), hex('031900010004114015000000000000000000000005021190060102'))

const MATRIX = Buffer.concat([u32(0x10000), zeros(12), u32(0x10000), zeros(12), u32(0x40000000)])

// Three letters of five bits each.
const packed = (language: string) =>
  [...language].reduce((bits, letter) => (bits << 5) | (letter.charCodeAt(0) - 0x60), 0)

function box(name: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([u32(body.length + 8), ascii(name), body])
}

function u16(value: number): Buffer {
  return Buffer.from([(value >>> 8) & 255, value & 255])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}

function zeros(length: number): Buffer {
  return Buffer.alloc(length)
}

function hex(digits: string): Buffer {
  return Buffer.from(digits, 'hex')
}

function ascii(letters: string): Buffer {
  return Buffer.from(letters, 'latin1')
}
