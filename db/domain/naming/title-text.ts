const edges = /^[\s._,:;~|/&+\-–]+|[\s._,:;~|/&+\-–]+$/g
const openBracket = /[\s._-]*[[({][^\])}]*$/
const emptyBracket = /[[({]\s*[\])}]/g
const alsoKnown = /[\s._(]+aka[\s._]+/i
const han = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
const latinWord = /\p{sc=Latin}{2}/u

/** A raw stretch of a name as a person would write the title: spaces for dots, no loose punctuation. */
export function toTitle(raw: string): string {
  let text = raw.replace(emptyBracket, ' ').replace(openBracket, '')
  if (!text.includes(' ') || /[._]\S*[._]/.test(text)) text = spaceDots(text)
  text = text
    .replace(/[_\s]+/g, ' ')
    .replace(edges, '')
    .trim()
  const close = /[\])}]$/.exec(text)
  if (close && !/[[({]/.test(text)) text = text.slice(0, -1).trim()
  return text
}

// "R.I.P.D.2" keeps the dots between single letters, everything else is a separator.
function spaceDots(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])(\p{L})\.(?=\p{L}(?:\.|$|[ _]))/gu, '$1\uE000')
    .replace(/(?<=\uE000\p{L})\./gu, '\uE000 ')
    .replace(/\.(?=\.)|\.(?! )|\.$/g, ' ')
    .replaceAll('\uE000', '.')
    .replace(/ {2,}/g, ' ')
}

/** A title for comparison only: lower case, letters and digits, without accents. */
export function foldTitle(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The one title to keep where a name gives several: the last of "A / B", the Latin one beside a Chinese. */
export function pickTitle(raw: string): string {
  const known = raw.split(alsoKnown)
  const latin = known.length > 1 && !latinWord.test(known[0] ?? '') ? known.at(-1) : known[0]
  const slashed = (latin ?? raw).split(/\s*[/／|]\s*/).filter((part) => /[\p{L}\p{N}]/u.test(part))
  let text = slashed.at(-1) ?? raw
  if (han.test(text) && latinWord.test(text)) text = latinPart(text) ?? text
  return text
}

// Beside a Chinese title the Latin one is what catalogues know; a mix inside one word stays as it is.
function latinPart(text: string): string | null {
  const pieces = text.split(/[\s._·]+/).filter(Boolean)
  if (pieces.some((piece) => han.test(piece) && latinWord.test(piece))) return null
  const first = pieces.findIndex((piece) => han.test(piece))
  const last = pieces.findLastIndex((piece) => han.test(piece))
  const after = pieces.slice(last + 1)
  if (first === 0 && latinWord.test(after.join(' '))) return after.join(' ')
  const before = pieces.slice(0, first)
  return last === pieces.length - 1 && latinWord.test(before.join(' ')) ? before.join(' ') : null
}

const trailingYear = /^(.*\S)[\s._-]*(?:[[(]((?:19|20)\d{2})(?:-\d{2,4})?[\])]|[\s._-]((?:19|20)\d{2}))$/

/** Parts a year at the end from a title; a title that is a year stays whole. */
export function splitYear(title: string): { title: string; year: number | null } {
  const found = trailingYear.exec(title.trim())
  if (!found) return { title, year: null }
  const year = Number(found[2] ?? found[3])
  if (year < 1900 || year > 2040) return { title, year: null }
  return { title: (found[1] ?? '').replace(edges, ''), year }
}
