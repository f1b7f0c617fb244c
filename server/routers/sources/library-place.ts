import path from 'node:path'
import { z } from 'zod'
import type { Json } from '../../../db/domain/json.ts'
import type { MediaKind } from '../../../db/domain/media.ts'
import type { SourceKindName } from '../../../jobs/contract/source-settings.ts'
import { SAMPLE_LIBRARIES, SOURCE_SETTINGS } from '../../../jobs/contract/source-settings.ts'
import { badField, parsePart } from '../../errors/bad-input.ts'

type Config = { [key: string]: Json }

const zConfig = z.record(z.string(), z.json())
const FILE_KINDS: readonly MediaKind[] = ['movie', 'show', 'mixed']

/**
 * Checks the settings of a library of a kind of source. A folder is written in one way only (no trailing slash,
 * no `..`) and lies inside one of `roots`, where there are any.
 */
export function readLibraryConfig(
  kind: SourceKindName,
  given: unknown,
  roots: readonly string[] | null,
): Config {
  const settings: z.ZodType<{ [key: string]: unknown }> = SOURCE_SETTINGS[kind].library
  const config = zConfig.parse(parsePart(settings, 'config', given))
  switch (kind) {
    case 'filesystem': {
      const folder = tidy(String(config.path))
      refuseOutside(folder, roots)
      return { ...config, path: folder }
    }
    case 'sample': {
      const sets = SAMPLE_LIBRARIES.map((library) => library.set)
      if (!sets.some((set) => set === config.set)) {
        throw badField(['config', 'set'], `The sample data has these sets: ${sets.join(', ')}.`)
      }
      return config
    }
  }
}

/** Where a library's things are, as two libraries of one source must not have the same. */
export function placeOf(kind: SourceKindName, config: Config): Json | undefined {
  switch (kind) {
    case 'filesystem':
      return config.path
    case 'sample':
      return config.set
  }
}

/** Refuses what a kind of source can't hold. */
export function refuseMediaKind(mediaKind: MediaKind): void {
  if (FILE_KINDS.includes(mediaKind)) return
  throw badField(
    ['mediaKind'],
    'Folders hold movie, show or mixed. Bookmarks and records come with their own files.',
  )
}

function tidy(folder: string): string {
  const flavour = folder.startsWith('/') ? path.posix : path.win32
  const whole = flavour.normalize(folder)
  return whole === flavour.parse(whole).root ? whole : whole.replace(/[/\\]+$/, '')
}

function refuseOutside(folder: string, roots: readonly string[] | null): void {
  if (roots === null) return
  const isInside = roots.some((root) => {
    const way = path.relative(root, folder)
    return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way))
  })
  if (isInside) return
  throw badField(
    ['config', 'path'],
    `${folder} is outside the folders that this server may read (${roots.join(', ')}). ` +
      'Choose one inside them, or add it to MARQUEE_ROOTS.',
  )
}
