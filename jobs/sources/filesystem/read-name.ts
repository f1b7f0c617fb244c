import { isExtrasFolder } from '../../../db/domain/naming/extras.ts'
import { parseName } from '../../../db/domain/naming/parse-name.ts'
import type { ParsedName } from '../../../db/domain/naming/parsed-name.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import type { TroubleCode } from '../../../db/domain/trouble-codes.ts'
import type { FileLibrary } from './file-library.ts'
import { displayPath } from './path-text.ts'
import { numbersOf } from './episode-numbers.ts'

/** A video whose name says enough for its library. */
export type NamedVideo =
  | { kind: 'movie'; title: string; parsed: ParsedName }
  | { kind: 'episode'; title: string; parsed: ParsedName; season: number; episodes: number[] }

/** A file's name as its library takes it. */
export type NameReading = NamedVideo | { kind: 'movie' | 'episode'; trouble: Trouble }

// Collections of short films and the like are folders of their own at the top of a library.
const TITLE_AT_TOP = /^(?:shorts|scenes|clips|interviews|others?|bonus)$/i

/** Reads the path of a video below a library's folder: what it is by its name, or why that can't be said. */
export function readName(path: string, library: FileLibrary): NameReading {
  const folders = path.split('/')
  const name = displayPath(folders.pop() ?? path)
  const isTitleAtTop = folders.length === 1 && TITLE_AT_TOP.test(folders[0] ?? '')
  const domain = library.mediaKind === 'mixed' ? undefined : library.mediaKind
  const parsed = parseName(isTitleAtTop ? name : path, domain ? { domain } : {})
  const kind = kindOf(parsed, library)
  const refuse = (code: TroubleCode, detail: string): NameReading => ({ kind, trouble: { code, detail } })

  if (parsed?.extra === 'sample') return refuse('sample', `“${name}” is a sample.`)
  if (parsed?.kind === 'extra' || folders.slice(1).some(isExtrasFolder))
    return refuse(
      'extra',
      `“${name}” is bonus material (${parsed?.extra ?? 'extra'}), not the film or episode itself.`,
    )
  if (parsed === null) return refuse('parse_failed', `The name says nothing about what this is: “${name}”.`)

  if (kind === 'movie') {
    if (parsed.kind === 'episode' && parsed.seasons.length > 0 && parsed.episodes.length > 0)
      return refuse('wrong_media_type', `“${name}” reads as an episode, and this library holds movies.`)
    if (parsed.title === '')
      return refuse('parse_failed', `The name says nothing about which movie this is: “${name}”.`)
    return { kind, title: parsed.title, parsed }
  }

  const title = parsed.title || titleOfRoot(path, library)
  if (title === '')
    return refuse('parse_failed', `The name says nothing about which show this is: “${name}”.`)
  const numbers = numbersOf(parsed, name)
  if ('code' in numbers) return { kind, trouble: numbers }
  if (numbers.season === 0 && !library.specials)
    return refuse(
      'specials_excluded',
      `“${name}” is a special (season 0), and this library leaves specials out.`,
    )
  return { kind, title, parsed, ...numbers }
}

function kindOf(parsed: ParsedName | null, { mediaKind }: FileLibrary): 'movie' | 'episode' {
  if (mediaKind === 'movie') return 'movie'
  if (mediaKind === 'show') return 'episode'
  return parsed && (parsed.kind === 'episode' || parsed.kind === 'season' || parsed.airDate)
    ? 'episode'
    : 'movie'
}

/** Where the library's folder is a show's own, its name says what the files inside leave out. */
function titleOfRoot(path: string, { path: root }: FileLibrary): string {
  const folder = root.split('/').filter(Boolean).at(-1)
  return (folder && parseName(`${folder}/${path}`, { domain: 'show' })?.title) || ''
}
