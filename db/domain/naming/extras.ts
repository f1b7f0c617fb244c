import type { ExtraKind } from './extra-kind.ts'

const folderKinds: Record<string, ExtraKind> = {
  trailers: 'trailer',
  trailer: 'trailer',
  'behind the scenes': 'behindthescenes',
  behindthescenes: 'behindthescenes',
  'deleted scenes': 'deletedscene',
  deletedscenes: 'deletedscene',
  interviews: 'interview',
  interview: 'interview',
  scenes: 'scene',
  samples: 'sample',
  sample: 'sample',
  shorts: 'short',
  featurettes: 'featurette',
  featurette: 'featurette',
  clips: 'clip',
  extras: 'other',
  extra: 'other',
  other: 'other',
  others: 'other',
  bonus: 'other',
  'theme-music': 'themesong',
  'theme music': 'themesong',
  backdrops: 'themevideo',
}
const fileKinds: [RegExp, ExtraKind][] = [
  [/^trailer\d*$|[-._ ](?:theatrical )?trailer\d*$/i, 'trailer'],
  [/^sample$|[-._ ]sample$|^sample[-._]/i, 'sample'],
  [/^theme$/i, 'themesong'],
  [/-scene\d*$/i, 'scene'],
  [/-clip\d*$/i, 'clip'],
  [/-interview\d*$/i, 'interview'],
  [/-behindthescenes\d*$/i, 'behindthescenes'],
  [/-deleted(?:scene)?s?\d*$/i, 'deletedscene'],
  [/-featurette\d*$/i, 'featurette'],
  [/-short\d*$/i, 'short'],
  [/-(?:extra|other)\d*$/i, 'other'],
]
const suffix =
  /[-._ ](?:trailer|sample|scene|clip|interview|behindthescenes|deleted(?:scene)?s?|featurette|short|extra|other)\d*$/i
const audio = new Set(['mp3', 'flac', 'm4a', 'ogg', 'wav'])

/** What bonus a file is, by its folder or its name; null for a film or an episode. `folders` start below the root. */
export function readExtra(folders: string[], stem: string, extension: string | null): ExtraKind | null {
  const isAudio = extension !== null && audio.has(extension)
  const folder = folders.at(-1)?.toLowerCase().trim()
  const byFolder = folder === undefined ? undefined : folderKinds[folder]
  if (byFolder && (byFolder === 'themesong') === isAudio) return byFolder
  const byName = fileKinds.find(([pattern]) => pattern.test(stem))?.[1]
  if (!byName || (byName === 'themesong') !== isAudio) return null
  return byName
}

/** Whether a folder's name says that it holds bonus files. */
export const isExtrasFolder = (folder: string): boolean =>
  folderKinds[folder.toLowerCase().trim()] !== undefined

/** The name without the word that makes it a bonus, for the title of what it belongs to. */
export const withoutExtraSuffix = (stem: string): string => stem.replace(suffix, '') || stem
