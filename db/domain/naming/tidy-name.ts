const wide: Record<string, string> = {
  '【': '[',
  '】': ']',
  '「': '[',
  '」': ']',
  '（': '(',
  '）': ')',
  '　': ' ',
  '–': '-',
  '—': '-',
  '－': '-',
  '～': '~',
  '／': '/',
}
const wideAny = /[【】「」（）　–—－～／]/g
const zones =
  'com|org|net|info|to|tv|me|cc|io|biz|se|nu|ru|de|fr|nl|it|es|ca|gov|mil|edu|co|lt|pw|ws|xyz|site|club|online|top|uk'
const siteName = `(?:www\\.[\\w-]{2,40}|[\\w-]{3,40})(?:\\.[a-z]{2,3})?\\.(?:${zones})(?:\\.[a-z]{2})?`
const siteBefore = new RegExp(
  `^(?:[\\[({][^\\])}]{0,20}?${siteName}\\s*[\\])}][\\s._-]*|[\\w-]{3,40}\\.(?:com|org|net|info|co\\.[a-z]{2})\\s*-\\s+|www\\.[\\w-]{2,40}(?:\\.[a-z]{2,3})?\\.(?:${zones})(?:\\.[a-z]{2})?[\\s_-]+)`,
  'i',
)
const siteAfter = new RegExp(`[\\s._-]*[\\[({]\\s*${siteName}\\s*[\\])}]\\s*$`, 'i')
const reversed = /(?<![a-z0-9])(?:\d{2,4}E-?\d{2}S|p027|p0801|p084|p0612)(?![a-z0-9])/i

/** The name with one kind of bracket, dash and space, and without the web sites that it advertises. */
export function tidyName(name: string): string {
  // NUL and other control characters are no part of any title.
  // oxlint-disable-next-line no-control-regex
  let text = name.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
  text = text.normalize('NFC').replace(wideAny, (c) => wide[c] ?? c)
  if (reversed.test(text)) text = [...text].reverse().join('')
  const stripped = text.replace(siteBefore, '').replace(siteAfter, '')
  return (stripped.trim() === '' ? text : stripped).trim()
}
