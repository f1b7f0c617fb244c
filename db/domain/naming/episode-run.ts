import { span } from './number-words.ts'

// Sticky: each continues exactly where the last number ended.
const lettered =
  /[ ._]{0,2}([-~+&,/]|to|and|und|et|en|y)?[ ._]{0,2}\[?(?:s\d{1,4}[ ._]?|(?<=[ ._-])\d{1,4}(?=x))?(?:ep|e|x)[ ._]?(\d{1,5})(?![\dp])(?!(?!ep?\d|x\d)\p{L}{2})/iuy
const bare = /([-~+&]|[-~]e)(\d{1,5})(?![\dpi])(?!\p{L})(?![.,]\d(?!\d))/iuy
const spelt = /[ ._]{1,2}(en|and|&|\+|to)[ ._]{1,2}(\d{1,3})(?![\dpi])(?!\p{L})/iuy
const underscored = /(_)(\d{2,3})(?![\dpi])(?!\p{L})/iuy

const isCodec = (text: string, value: number): boolean =>
  /x\s?26[3-6]$/i.test(text) && value >= 263 && value <= 266

/** How far a run of episodes may be written: also as 8x01_02, or as "3 en 4". */
export type RunStyle = { underscore?: boolean; words?: boolean }

/** Follows "E01E02", "E01-E03", "x03x04", "-02-03" from the first episode on; ranges are filled. */
export function readRun(
  text: string,
  first: number,
  from: number,
  style: RunStyle = {},
): { episodes: number[]; end: number } {
  const episodes = [first]
  let end = from
  for (let guard = 0; guard < 60; guard++) {
    const next =
      step(text, end, lettered) ??
      step(text, end, bare, first) ??
      (style.underscore ? step(text, end, underscored, first) : null) ??
      (style.words ? step(text, end, spelt, first) : null)
    if (!next) break
    const last = episodes.at(-1) ?? first
    if (next.isBare && next.value <= last) break
    const filled = next.isRange ? span(last, next.value) : null
    if (next.isRange && next.value > last && !filled) break
    if (next.isBare && next.value - last > 200) break
    if (filled) episodes.push(...filled.slice(1))
    else if (!episodes.includes(next.value)) episodes.push(next.value)
    end = next.end
  }
  return { episodes, end }
}

type Step = { value: number; end: number; isRange: boolean; isBare: boolean }

function step(text: string, at: number, pattern: RegExp, first?: number): Step | null {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  if (!found) return null
  const value = Number(found[2])
  if (isCodec(found[0], value) || /\d{3,4}x\d{3,4}$/i.test(found[0])) return null
  const joiner = (found[1] ?? '').toLowerCase()
  const isRange = joiner.startsWith('-') || joiner.startsWith('~') || joiner === 'to'
  return { value, end: pattern.lastIndex, isRange, isBare: first !== undefined }
}
