import { splitExtension } from './extensions.ts'
import { readLanguage } from './language-names.ts'
import { splitPath } from './path-parts.ts'

/** What the name of a subtitle beside a video says. */
export type ParsedSubtitle = {
  /** ISO 639-2/B, 'eng'; null if none is named. */
  language: string | null
  /** What the subtitle is called, if it has a name of its own. */
  title: string | null
  default: boolean
  forced: boolean
  hearingImpaired: boolean
}

const flags = new Set(['default', 'forced', 'foreign', 'sdh', 'cc', 'hi'])

/** Reads `video.en.forced.srt`; knowing the video's name (without extension) tells a title from the video's own words. */
export function parseSubtitle(path: string, video: string | null = null): ParsedSubtitle {
  const { stem } = splitExtension(splitPath(path).name)
  const isBeside = video !== null && stem.toLowerCase().startsWith(video.toLowerCase())
  const words = isBeside ? stem.slice(video.length).split('.').filter(Boolean) : trailingWords(stem)
  const spoken = words.map((word) => ({ word, ...splitTag(word) }))
  const languages = spoken.filter(({ language }) => language !== null)
  // "hi" is Hindi, unless another language is named: then it marks the hearing impaired.
  const named = languages.filter(({ word }) => word.toLowerCase() !== 'hi')
  const chosen = (named.length ? named : languages).at(-1)
  const has = (flag: string): boolean => words.some((word) => word.toLowerCase() === flag)
  const rest = spoken
    .filter((one) => one !== chosen && !flags.has(one.word.toLowerCase()))
    .map(({ word }) => word)
  const title = [...rest, ...(chosen?.title ? [chosen.title] : [])].join('.').replace(/ - \d+$/, '')
  return {
    language: chosen?.language ?? null,
    title: title === '' ? null : title,
    default: has('default'),
    forced: has('forced') || has('foreign'),
    hearingImpaired: has('sdh') || has('cc') || (has('hi') && named.length > 0),
  }
}

// "ru-directors-comment": a language with a title tied to it; "pt-BR" is one word.
function splitTag(word: string): { language: string | null; title: string | null } {
  const whole = readLanguage(word)
  if (whole) return { language: whole, title: null }
  const found = /^(\p{L}{2,10})[-_ ](.+)$/u.exec(word)
  const language = found ? readLanguage(found[1] ?? '') : null
  return { language, title: language ? (found?.[2] ?? null) : null }
}

// Without the video's name: the tags at the end, and one word beside them if the name itself has spaces, not dots.
function trailingWords(stem: string): string[] {
  const words = stem.split('.')
  const taken: string[] = []
  const isTag = (word: string | undefined): boolean =>
    word !== undefined && (flags.has(word.toLowerCase()) || splitTag(word).language !== null)
  let titles = 0
  for (let at = words.length - 1; at > 0; at--) {
    const word = words[at] ?? ''
    if (isTag(word)) taken.unshift(word)
    else if (
      titles === 0 &&
      /\s/.test(stem) &&
      !/[\])]/.test(word) &&
      (isTag(words[at - 1]) || taken.length > 0)
    ) {
      taken.unshift(word)
      titles++
    } else break
  }
  return taken.some((word) => splitTag(word).language !== null) ? taken : taken.filter(isTag)
}
