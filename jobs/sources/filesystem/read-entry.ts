import { z } from 'zod'
import type { Entry } from '../../../db/domain/entry.ts'
import type { MediaFacts } from '../../../db/domain/media.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import type { MediaReader, MediaReading } from '../media/media-reading.ts'
import type { Reading } from '../source.ts'
import { troubleOf } from './fault-trouble.ts'
import type { FileFault } from './file-fault.ts'
import type { FileLibrary } from './file-library.ts'
import { isUnpacking } from './folder-rules.ts'
import { displayPath, pathBytes } from './path-text.ts'
import { readName } from './read-name.ts'
import { toDraft } from './to-draft.ts'
import { fullPath } from './to-entry.ts'

/** A file whose size moved and that was written to so recently is being written still. */
const STILL_WRITING_MS = 5_000

const zListed = z.object({
  size: z.number().nullable().default(null),
  path: z.string().optional(),
  parts: z.array(z.string()).default([]),
  main: z.string().nullable().default(null),
})
// What another version staged may look otherwise; then all we know is the path.
const UNKNOWN = zListed.parse({})

/** What reading one entry needs. */
export interface EntryReader {
  library: FileLibrary
  reader: MediaReader
  signal: AbortSignal
  now(): number
  /** Called when a file is gone: throws if the whole library is. */
  onMissing(fault: FileFault): Promise<void>
}

interface Whole {
  size: number
  mtimeMs: number
  facts: MediaFacts | null
  warnings: string[]
  isWithoutVideo: boolean
}

/** Looks at a video again, as it is now, and reads it into a draft; what changed since the listing is taken as it is. */
export async function readVideo(entry: Entry, context: EntryReader): Promise<Reading> {
  const { key } = entry
  const { library, now } = context
  const { size: listedSize, path = key, parts, main } = zListed.catch(UNKNOWN).parse(entry.data)
  const refuse = (trouble: Trouble): Reading => ({ key, trouble })
  const shown = displayPath(path.slice(path.lastIndexOf('/') + 1))
  if (path.split('/').slice(0, -1).some(isUnpacking))
    return refuse({
      code: 'file_unpacking',
      detail: `“${shown}” is still being unpacked by a download client.`,
    })
  const reading = readName(path, library)
  if ('trouble' in reading) return refuse(reading.trouble)

  const whole = await readWhole(path, parts, main, context)
  if ('trouble' in whole) return refuse(whole.trouble)
  const { size, mtimeMs, facts, warnings } = whole
  if (size === 0) return refuse({ code: 'empty_file', detail: `“${shown}” has no content: 0 bytes.` })
  if (listedSize !== null && size !== listedSize && Math.abs(now() - mtimeMs) < STILL_WRITING_MS) {
    const detail = `“${shown}” is still being written: ${listedSize} bytes when it was listed, ${size} now.`
    return refuse({ code: 'file_incomplete', detail, evidence: { listedSize, size } })
  }
  if (whole.isWithoutVideo)
    return refuse({ code: 'no_video', detail: `“${shown}” holds no pictures, only sound or text.` })
  return { key, draft: toDraft(reading, path, { size, mtimeMs, facts, parts }, library), warnings }
}

/** Reads a file, all pieces of a split film, or a disc's folder with its longest stream. */
async function readWhole(
  path: string,
  parts: string[],
  main: string | null,
  context: EntryReader,
): Promise<Whole | { trouble: Trouble }> {
  const first = await readOne(path, main !== null, context)
  if ('trouble' in first) return first
  const further: MediaReading[] = []
  for (const part of main === null ? parts : [main]) {
    const one = await readOne(part, false, context)
    if ('trouble' in one) return one
    further.push(one)
  }
  const pieces = main === null ? [first, ...further] : further
  const files = pieces.flatMap(({ file }) => file ?? [])
  const warnings = [...new Set(pieces.flatMap(({ warning }) => warning ?? []))]
  return {
    size: files.reduce((bytes, { size }) => bytes + size, 0),
    mtimeMs: Math.max(...files.map(({ mtimeMs }) => mtimeMs)),
    facts: sumOfFacts(pieces.map(({ facts }) => facts)),
    warnings,
    isWithoutVideo: pieces.every((piece) => piece.isWithoutVideo),
  }
}

async function readOne(
  path: string,
  isDisc: boolean,
  { library, reader, signal, onMissing }: EntryReader,
): Promise<MediaReading | { trouble: Trouble }> {
  const reading = await reader.read(pathBytes(fullPath(library.path, path)), signal)
  const { fault, file } = reading
  if (fault) {
    if (fault.errno === 'ENOENT') await onMissing(fault)
    return { trouble: troubleOf(fault) }
  }
  const shown = displayPath(path)
  if (file?.isGrowing)
    return { trouble: { code: 'file_incomplete', detail: `“${shown}” grew while it was read.` } }
  if (file && file.isFolder !== isDisc)
    return {
      trouble: {
        code: 'source_changed',
        detail: `“${shown}” became another kind of thing since it was listed.`,
      },
    }
  return reading
}

/** The facts of the first piece, with the duration of all. */
function sumOfFacts(all: (MediaFacts | null)[]): MediaFacts | null {
  const [first = null] = all
  if (first === null || all.length === 1) return first
  const durations = all.map((facts) => facts?.durationMs ?? null)
  const isKnown = durations.every((duration) => duration !== null)
  return { ...first, durationMs: isKnown ? durations.reduce((sum, one) => sum + one, 0) : null }
}
