import type { ExtraKind } from './extra-kind.ts'
import { splitExtension } from './extensions.ts'
import { readExtra } from './extras.ts'
import { parseName } from './parse-name.ts'
import { splitPath } from './path-parts.ts'
import { stackFiles } from './stack-files.ts'
import type { Stack } from './stack-files.ts'
import { foldTitle } from './title-text.ts'
import { orderVersions } from './version-order.ts'

/** One work among many files: its main file or parts, other versions of it, or a bonus. */
export type FileGroup = {
  name: string
  /** The main version's files in playing order; more than one if the film is split. */
  files: string[]
  alternates: { files: string[] }[]
  extra: ExtraKind | null
}

/** Sorts the files of a listing into works: parts joined, versions of one film or episode together, extras apart. */
export function groupFiles(paths: string[], domain: 'movie' | 'show' = 'movie'): FileGroup[] {
  const extras: FileGroup[] = []
  const mains: string[] = []
  for (const path of paths) {
    const { folders, name } = splitPath(path)
    const { stem, extension } = splitExtension(name)
    const extra = readExtra(folders, stem, extension)
    if (extra === null) mains.push(path)
    else extras.push({ name: stem, files: [path], alternates: [], extra })
  }
  return [...groupVersions(stackFiles(mains), domain), ...extras]
}

function groupVersions(stacks: Stack[], domain: 'movie' | 'show'): FileGroup[] {
  const keyed = stacks.map((stack) => ({ stack, version: versionOf(stack, domain) }))
  // A folder is one film's only if every file in it is called after the folder.
  const keysOf = new Map<string, Set<string | null>>()
  for (const { stack, version } of keyed) {
    const folder = folderOf(stack)
    keysOf.set(folder, (keysOf.get(folder) ?? new Set()).add(version?.key ?? null))
  }
  const groups = new Map<string, { stack: Stack; rest: string }[]>()
  for (const { stack, version } of keyed) {
    const isShared = version !== null && (domain === 'show' || keysOf.get(version.folder)?.size === 1)
    const key = isShared ? version.key : (stack.files[0] ?? '')
    const group = groups.get(key) ?? []
    group.push({ stack, rest: version?.rest ?? '' })
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => {
    const [main, ...others] = orderVersions(group)
    return {
      name: main?.name ?? '',
      files: main?.files ?? [],
      alternates: others.map(({ files }) => ({ files })),
      extra: null,
    }
  })
}

type Version = { key: string; folder: string; rest: string }

function folderOf(stack: Stack): string {
  const path = stack.files[0] ?? ''
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0))
}

function versionOf(stack: Stack, domain: 'movie' | 'show'): Version | null {
  const folder = folderOf(stack)
  return domain === 'show' ? episodeVersion(stack, folder) : movieVersion(stack, folder)
}

// Files of one folder with the same season and episodes are versions of one episode, whatever their titles say.
function episodeVersion(stack: Stack, folder: string): Version | null {
  const read = parseName(stack.files[0] ?? '', { domain: 'show' })
  if (!read || read.kind !== 'episode' || read.episodes.length === 0) return null
  const rest = stack.name.replace(
    /^.*?(?:s\d{1,4}[ ._-]*e\d{1,4}(?:[ ._-]*e?\d{1,4}(?!\d|[pi]))*|\d{1,3}x\d{1,4})/i,
    '',
  )
  return { key: `${folder}\n${read.seasons.join()}\n${read.episodes.join()}`, folder, rest }
}

// "Film (2010)/Film (2010) - 4k.mkv": named after the folder, then a dash or a bracket, and no other year.
function movieVersion(stack: Stack, folder: string): Version | null {
  const parent = splitPath(folder).name
  if (parent === '' || !stack.name.toLowerCase().startsWith(parent.toLowerCase())) return null
  const rest = stack.name.slice(parent.length)
  if (rest !== '' && !/^[ ._]*[-[(_]/.test(rest)) return null
  if (/^[ ._-]*\(?(?:19|20)\d{2}\)?$/.test(rest)) return null
  return { key: `${folder}\n${foldTitle(parent)}`, folder, rest }
}
