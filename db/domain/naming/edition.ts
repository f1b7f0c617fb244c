const adjective =
  "director'?s|directors|extended|theatrical|ultimate|special|final|rogue|collector'?s|collectors|imperial|signature|assembly|" +
  'diamond|criterion|deluxe|limited|restored|remastered|uncut|unrated|uncensored|open matte|imax|fan|despecialized|redux|' +
  '4k|hybrid|alternative|international|original|complete|\\d{1,3}(?:st|nd|rd|th)?[ ._]anniversary|anniversary'
const noun = 'edition|cut|version|collection'
const lone =
  "extended|theatrical|uncut|unrated|uncensored|remastered|despecialized|redux|director'?s|directors|imax|restored|fan[ ._]?edit"
const words = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${adjective})[ ._]){1,4}(?:\\p{L}{3,12}[ ._])?(?:${noun}|fan[ ._]?edit)(?:[ ._](?:${adjective}|fan[ ._]?edit)(?![\\p{L}\\p{N}]))*|(?<![\\p{L}\\p{N}])(?:${lone})(?:[ ._](?:${lone}|fan[ ._]?edit))*(?![\\p{L}\\p{N}])`,
  'iu',
)
const atEnd = new RegExp(`[\\s._\\-\\[({]+(?:${words.source})[\\s._\\-\\])}]*$`, 'iu')

// "The Final Cut" is a title.
const article = /^\W*(?:the|an?|der|die|das|le|la|les|el|il)\W*$/i

/** The cut or edition that a name states ("Director's Cut", "Extended", "50th Anniversary Edition"), as written. */
export function readEdition(text: string, from: number): string | null {
  const found =
    words.exec(from > 0 ? text.slice(from) : text) ?? (from > 0 ? atEnd.exec(text.slice(0, from)) : null)
  if (!found || (from <= 0 && found.index === 0)) return null
  return found[0].replace(/[._\s]+/g, ' ').replace(/^[\s\-[({]+|[\s\-\])}]+$/g, '')
}

/** A title without the edition at its end; a title that is nothing else stays. */
export function cutEdition(title: string): string {
  const rest = title.replace(atEnd, '')
  return /[\p{L}\p{N}]/u.test(rest) && !article.test(rest) ? rest : title
}
