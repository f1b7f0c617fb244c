import { z } from 'zod'

/**
 * The settings of each kind of source and of its libraries: what a form asks and what `sources.create` and
 * `libraries.create` accept. A kind's secret (a token, a password) is the one field named by `secret`; it is
 * taken out of the config, encrypted, and never sent to a browser.
 */
interface SourceSettings {
  config: z.ZodType<Record<string, unknown>>
  library: z.ZodType<Record<string, unknown>>
  secret: string | null
}

const absolutePath = z
  .string()
  .trim()
  .min(1, 'Say which folder: a full path such as /media/films.')
  .refine((path) => path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path), 'Use the full path, from / on.')
  .refine((path) => !path.includes('\0'), 'A path cannot contain NUL.')

export const SOURCE_SETTINGS = {
  filesystem: {
    config: z.strictObject({}),
    library: z.strictObject({
      path: absolutePath,
      /** Follow symbolic links that lead out of the folder. */
      followLinks: z.boolean().default(false),
      /** Take season 0 and specials. */
      specials: z.boolean().default(true),
    }),
    secret: null,
  },
  sample: {
    config: z.strictObject({
      /** Over the whole run; 0 is as fast as it goes. */
      itemsPerSecond: z.number().min(0).max(1_000_000).default(100),
    }),
    library: z.strictObject({ set: z.string() }),
    secret: null,
  },
} as const satisfies Record<string, SourceSettings>

export type SourceKindName = keyof typeof SOURCE_SETTINGS
export const SOURCE_KINDS = Object.keys(SOURCE_SETTINGS).filter(isSourceKind)

/** True for a kind of source that this build knows. */
export function isSourceKind(kind: string): kind is SourceKindName {
  return Object.hasOwn(SOURCE_SETTINGS, kind)
}

/** The five libraries of the sample source, made with it. `set` is what its library config holds. */
export const SAMPLE_LIBRARIES = [
  { set: 'kids-movies', title: 'Kids Movies', mediaKind: 'movie' },
  { set: 'horror-movies', title: 'Horror Movies', mediaKind: 'movie' },
  { set: 'adult-movies', title: 'Adult Movies', mediaKind: 'movie' },
  { set: 'kids-tv', title: 'Kids TV', mediaKind: 'show' },
  { set: '80s-tv', title: '80s TV', mediaKind: 'show' },
] as const
