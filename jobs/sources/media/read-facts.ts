import mediaInfoFactory, { type MediaInfo } from 'mediainfo.js'
import type { Disk } from '../filesystem/disk.ts'
import { type Report, toFacts } from './to-facts.ts'

/** Most bytes of one file that are read: without an end, a 300 MB file costs 96 MB for the same answer. */
const MOST_BYTES = 4_000_000
/** A hole says nothing however long it is; its bytes count more, so that one costs a quarter. */
const COST_OF_ZEROS = 4
const CHUNK_BYTES = 65_536
const zeros = Buffer.alloc(CHUNK_BYTES)

let library: Promise<MediaInfo<'JSON'>> | null = null

/** Reads the facts of an opened file's container, with MediaInfo inside this thread. */
export async function readFacts(handle: number, size: number, disk: Disk): Promise<Report> {
  library ??= mediaInfoFactory({ format: 'JSON', chunkSize: CHUNK_BYTES })
  try {
    const mediaInfo = await library
    return toFacts(await mediaInfo.analyzeData(size, chunksOf(handle, disk)))
  } catch (error) {
    // A library that threw is in no state to read the next file.
    library = null
    throw error
  }
}

function chunksOf(handle: number, disk: Disk): (length: number, position: number) => Uint8Array {
  // MediaInfo copies each chunk before it asks for the next, so one buffer does for all.
  const buffer = Buffer.alloc(CHUNK_BYTES)
  let spent = 0
  return (length, position) => {
    if (spent >= MOST_BYTES) return new Uint8Array(0)
    const got = disk.read(handle, buffer, Math.min(length, CHUNK_BYTES), position)
    const chunk = buffer.subarray(0, got)
    spent += got * (chunk.equals(zeros.subarray(0, got)) ? COST_OF_ZEROS : 1)
    return chunk
  }
}
