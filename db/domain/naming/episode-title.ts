import { releaseWordsAt } from './release-words.ts'
import { toTitle } from './title-text.ts'

/** The episode's own title in what stands behind its number; null if there are only release words. */
export function readEpisodeTitle(rest: string): string | null {
  const behind = rest.replace(/^v\d(?!\d)/i, '').replace(/^[\s._\-\])},:]+/, '')
  if (behind === '' || /^[[({]/.test(behind)) return null
  const release = releaseWordsAt(behind)
  const bracket = behind.search(/[\s._-][[{]|[\s._-]\((?:\d{3,4}[pi]|[0-9A-F]{8}\))/i)
  const ends = [release, bracket].filter((at) => at >= 0)
  const title = toTitle(ends.length ? behind.slice(0, Math.min(...ends)) : behind)
  return /\p{L}/u.test(title) ? title : null
}
