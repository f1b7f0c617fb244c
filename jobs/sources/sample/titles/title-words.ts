import type { Chance } from '../chance.ts'

/** Words by what they are, and the patterns that titles are made of: "The {adjective} {animal}". */
export interface TitleWords {
  patterns: readonly [string, ...string[]]
  words: Readonly<Record<string, readonly [string, ...string[]]>>
}

/** A title of these words: different ones where a pattern names a list twice, "An" where "A" would be wrong. */
export function makeTitle(from: TitleWords, chance: Chance): string {
  const used = new Set<string>()
  const title = chance.pick(from.patterns).replace(/\{(\w+)\}/g, (_, list: string) => {
    const words = from.words[list]
    if (!words) throw new Error(`no words for {${list}}`)
    let word = chance.pick(words)
    while (used.has(word)) word = chance.pick(words)
    used.add(word)
    return word
  })
  return title.replace(/\bA (?=[AEIOU])/g, 'An ')
}

/** A list of words, written as one text with commas between them. */
export function words(text: string): readonly [string, ...string[]] {
  const [first = '', ...rest] = text.replace(/\s+/g, ' ').trim().split(', ')
  return [first, ...rest]
}
