// Code in ISO 639-2/B: its two-letter code, other codes, and the names that people write in file names.
const languages = `
eng en english|fre fr fra french francais|ger de deu german deutsch|spa es spanish espanol castellano esp|ita it italian italiano
por pt portuguese portugues pt-br pt-pt pob brazilian|dut nl nld dutch nederlands flemish|dan da danish dansk|swe sv swedish svenska
nor no nb nob nno norwegian norsk|fin fi finnish suomi|ice is isl icelandic|pol pl polish polski|cze cs ces czech cesky
slo sk slk slovak|slv sl slovenian|hrv hr croatian hrvatski|srp sr serbian|bos bs bosnian|hun hu hungarian magyar
rum ro ron romanian|bul bg bulgarian|gre el ell greek|tur tr turkish turkce|rus ru russian|ukr uk ukrainian|bel be belarusian
heb he iw hebrew|ara ar arabic|per fa fas persian farsi|hin hi hindi|tam ta tamil|tel te telugu|mal ml malayalam|ben bn bengali
urd ur urdu|jpn ja jap japanese|kor ko korean|chi zh zho chinese zh-cn zh-tw zh-hans zh-hant chs cht|tha th thai|vie vi vietnamese
ind id indonesian|may ms msa malay|lit lt lithuanian|lav lv latvian|est et estonian|cat ca catalan|baq eu eus basque
glg gl galician|alb sq sqi albanian|mac mk mkd macedonian|geo ka kat georgian|arm hy hye armenian|lat la latin`

const codes = new Map<string, string>()
for (const line of languages.trim().split(/[|\n]/)) {
  const words = line.trim().split(' ')
  for (const word of words) codes.set(word, words[0] ?? '')
}

/** The language that a word of a file name stands for, as an ISO 639-2/B code; null if it is none. */
export const readLanguage = (word: string): string | null =>
  codes.get(word.toLowerCase().replace('_', '-')) ?? null
