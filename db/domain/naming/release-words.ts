// Words that only a release says; the first of them ends every title.
const firm =
  '\\d{3,4}[pi](?:\\d\\d)?|[48]k|fhd|u-?hd(?:bd)?|ultra-?hd|[xh][ .]?26[3-6]|hevc|avc|xvid|divx|vc-?1|mpeg-?[24]|av1|' +
  '(?:uhd|m?hd)?[ .-]?blu-?ray\\d*|bd(?:25|50|66|100|rip|mux|remux|\\d{3,4}p)|br-?(?:rip)?(?:mux)?(?<=rip|mux)|(?:bd)?remux|web-?(?:dl|rip|hd)\\d*|web(?=[ ._-](?:h|x)\\W?26)|' +
  'hdtv(?:rip)?|[ps]dtv|dsr|dvb|tv-?rip|sat-?rip|dtv|dvd(?:-?(?:r|5|9|rip|scr|mux))?|hd[ .-]?dvd|hd-?rip|vhs-?rip|hd-?cam|cam-?rip|hd-?ts|telesync|telecine|hd-?tc|workprint|' +
  'aac\\d?|e?ac-?3d?|dts(?:-?(?:hd|x|es|ma))?|true-?hd|atmos|flac|opus|ddp?a?\\+?\\d?|hdr(?:10)?\\+?|dovi|sdr|(?:8|10|12)-?bits?|hi10p?|' +
  '\\d{3,4}[x×]\\d{3,4}|\\d{2}(?:\\.\\d{2,3})?[ ]?fps|amzn|dsnp|nf(?=[ ._-]web)|hmax|atvp|pal|ntsc|microhd'
// Words that a title may hold as well; they end it only where nothing but release words follows.
const soft =
  'proper|real|repack\\d?|rerip|internal|limited|multi|dual|dl|dubbed|subbed|custom|hybrid|complete|web|ts|tc|cam|r5|ld|md|ppv|hc|stv|nordic|hardsub(?:s|bed)?|convert|\\dcd|doku|swissgerman|vostfr|truefrench|' +
  'german|french|english|italian|spanish|castellano|dutch|danish|swedish|norwegian|finnish|russian|polish|czech|hungarian|turkish|portuguese|hindi|tamil|telugu|korean|japanese|chinese|ukrainian|greek|hebrew|arabic|flemish|icelandic|romanian|bulgarian|ita|eng|ger|fre|spa|rus|jap|jpn|pl|vff|vfq|vf|synced|read\\.?nfo|3d|(?:h|f)?-?(?:sbs|tab|ou)|mvc|uncut|unrated|extended|remastered|theatrical|directors?|criterion|imax|cd\\d'
const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'

const firmWord = new RegExp(`${before}(?:${firm})${after}`, 'iu')
const softWord = new RegExp(`${before}(?:${soft})${after}`, 'giu')
const nextWord = new RegExp(`^[\\s._\\-\\[({,+&]*(?:${soft}|${firm}|edition|cut|version)${after}`, 'iu')
const wholeWord = new RegExp(
  `^(?:${firm}|${soft}|\\d+|dolby|vision|plus|audio|subs?|multi[ -]?subs?|softsubs|batch|bd|mkv|mp4|avi|cht|chs|big5|gb|jap?|kor|ukr|esp|ing|[57][ .]1|2[ .]0|hulu|netflix|nfhd|web-?dl|v\\d|end|fin|unknown|sd|hd|fhd|sub|season|part|movie|anime|ova|oad|tv)$`,
  'iu',
)

/** Where the first sure release word (resolution, codec, source …) begins; -1 if there is none. */
export function firmWordAt(text: string): number {
  return firmWord.exec(text)?.index ?? -1
}

/** Where the release words begin: the first firm one, or before it a soft one with only such words between. */
export function releaseWordsAt(text: string): number {
  const end = firmWordAt(text)
  if (end < 0) return -1
  softWord.lastIndex = 0
  for (let found = softWord.exec(text); found && found.index < end; found = softWord.exec(text)) {
    if (found.index > 0 && nextWord.test(text.slice(found.index + found[0].length))) return found.index
  }
  return end
}

/** Whether one word (or bracket's content) is a release word or other filler, so no name of a group. */
export const isReleaseWord = (word: string): boolean => wholeWord.test(word)
