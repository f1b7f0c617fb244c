import { makeMarker } from './marker.ts'
import type { Marker } from './marker.ts'

const special =
  /(?<=[\p{L}\p{N}!?)\]])[\s._-]+(?:(ova|oad|ona|specials?|sp)(?:[\s._-]{0,3}(\d{1,2})(?!\d))?|nc(?:op|ed)\d{0,2}[a-z]?|creditless[\s._-](?:opening|ending))(?![\p{L}\p{N}])/iu

/** A special that stands outside the seasons (OVA, SP 2, NCED) in the name of a show. */
export function findSpecial(text: string): Marker | null {
  const found = special.exec(text)
  if (!found) return null
  const end = found.index + found[0].length
  // Without a number nobody says which of season 0's episodes it is.
  const numbers = found[2] === undefined ? {} : { seasons: [0], episodes: [Number(found[2])] }
  return makeMarker(found.index, end, { ...numbers, isSpecial: true })
}
