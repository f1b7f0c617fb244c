import { isReleaseWord, firmWordAt } from './release-words.ts'

// What uploaders and indexers hang behind a group's name.
const afterword =
  /-(?:rp|pre|sample|postbot|x-?post|rakuv\w*|obfuscated|obfuscation|scrambled|nzbgeek|gerov|z0ids3n|chamele0n|4p(?:lanet)?|altezachen|repackpost|buymore|(?:as|alternativeto)requested|whiterev|sickbeard\w*|inter)$|[ _](?:english|german|french)$/i
const hash = /^[0-9A-F]{8}$/i
const leading = /^\s*\[([^\][]{1,40})\]/
const lastBracket = /[\s._-]*[[({]([^\])}[({]{1,60})[\])}]\s*$/
const dashed = /-[ .]?([\p{L}\p{N}][\p{L}\p{N}.'@&+!]{0,24}(?: [\p{Lu}\d][\p{L}\p{N}]{1,14}){0,2})\)?$/u
const indexers =
  /^(?:eztv|ettv|rarbg|rartv|publichd|tgx|vtv|vppv|ctrlhd\.?org|.*\.(?:com|org|net|to|me|in|io|re))$/i
// "…-E.N.D", "-D-Z0N3": a group whose own name has a hyphen is told by the codec before it.
const hyphened =
  /(?:x26[45]|264|265|hevc|avc|xvid|flac|dts|aac|\d\.\d)[. ]?[-.][-]?([\p{L}\d]+-[\p{L}\d]+)$/iu

/** The group that made a release: a fansub tag in front, "-GROUP" or "[GROUP]" behind; null if nobody signed. */
export function readReleaseGroup(stem: string): string | null {
  const signed = leadingGroup(stem)
  if (signed) return signed
  let text = stem.trim()
  for (let round = 0; round < 3; round++) {
    const rest = text.replace(afterword, '')
    if (rest === text || !/-[^-]+$/.test(rest)) break
    text = rest
  }
  const firm = firmWordAt(text)
  const bracket = trailingBracket(text)
  if (bracket.group) return bracket.group
  text = bracket.rest
  const afterBracket = /[\])][\s.]*([\p{L}\d]{2,14})$/u.exec(text)
  if (afterBracket && firm >= 0 && !isReleaseWord(afterBracket[1] ?? '')) return afterBracket[1] ?? null
  const whole = hyphened.exec(text)
  if (
    whole?.[1] &&
    !/^(?:web|blu|dts|hd|aac|ac3)-/i.test(whole[1]) &&
    !isReleaseWord(whole[1].split('-')[0] ?? '') &&
    !afterword.test(text)
  )
    return whole[1]
  const found = dashed.exec(text)
  const group = found?.[1]?.replace(/^[.\s]+|[.\s]+$/g, '')
  if (!found || !group || firm < 0 || found.index < firm - 1) return null
  return isGroup(group, text.slice(0, found.index)) ? group : null
}

/** The group in brackets before the title, as fansub groups sign; null if the bracket holds something else. */
export function leadingGroup(stem: string): string | null {
  const found = leading.exec(stem)
  const group = found?.[1]?.trim()
  if (!group || found?.[0] === stem.trim() || isReleaseWord(group) || /^(?:\d+|s\d+e\d+.*)$/i.test(group))
    return null
  return /^\s*[[(._-]?\s*\S/.test(stem.slice(found?.[0].length ?? 0)) ? group : null
}

function trailingBracket(text: string): { group: string | null; rest: string } {
  let rest = text
  for (let round = 0; round < 6; round++) {
    const found = lastBracket.exec(rest)
    if (!found) break
    const content = (found[1] ?? '').trim()
    const before = rest.slice(0, found.index)
    if (
      /^[^\s]{2,20}$/.test(content) &&
      !hash.test(content) &&
      !isReleaseWord(content) &&
      !/^\d+$|s\d+e\d+|^\d+x\d+/i.test(content) &&
      !/^[a-z]{2}([+-][a-z]{2,3})+$/i.test(content) &&
      firmWordAt(content) < 0
    ) {
      if (!indexers.test(content) || /^[\s._]*-/.test(found[0])) {
        if (/\d{4}/.test(content) && /^\d+$/.test(content)) break
        return { group: content, rest: before }
      }
    } else if (firmWordAt(content) >= 0) {
      return { group: lastWord(content), rest: before }
    }
    rest = before
  }
  return { group: null, rest }
}

// "(1080p BluRay x265 10bit AAC 5.1 Group)" and "(… - Group)"
function lastWord(content: string): string | null {
  const dash = /[ ]-[ ]([\p{L}\d]{2,20})$/u.exec(content) ?? /[ ]([\p{L}][\p{L}\d]{2,20})$/u.exec(content)
  const word = dash?.[1]
  if (!word || isReleaseWord(word) || /^\d/.test(word)) return null
  return word
}

function isGroup(group: string, before: string): boolean {
  if (isReleaseWord(group) || /^\d{3,4}[pi]$/i.test(group) || hash.test(group)) return false
  // The second half of "WEB-DL", "DTS-HD MA", "Blu-Ray" is no group.
  if (
    /(?:dts|web|blu|hd|dvd|uhd|x|h)$/i.test(before) &&
    /^(?:dl|rip|ray|hd|hda?|es|x|ma|r|tv|\d+)(?![a-z])/i.test(group)
  )
    return false
  return true
}
