import { SOURCE_SETTINGS } from '../../contract/source-settings.ts'
import { borrowMediaReader } from '../media/shared-reader.ts'
import type { MediaReader } from '../media/media-reading.ts'
import { type SourceContext, SourceFailure, type SourceKind } from '../source.ts'
import { checkLibrary } from './check-library.ts'
import { isInside, notAllowed, plainRoot } from './allowed-roots.ts'
import { type FileLibrary, toFileLibrary } from './file-library.ts'
import { displayPath } from './path-text.ts'
import { ingestFiles } from './ingest-files.ts'
import { createRootWatch } from './root-watch.ts'
import { walkInThread } from './walk-in-thread.ts'

/** Folders on this machine's disks, read file by file. */
export const filesystem: SourceKind = {
  kind: 'filesystem',
  reader: 1,
  open(config, _secret, context) {
    if (!SOURCE_SETTINGS.filesystem.config.safeParse(config ?? {}).success)
      throw new SourceFailure(
        'source_misconfigured',
        "This machine's disks need no settings, but some are stored.",
      )
    let reader: MediaReader | null = null
    return {
      check: async () => ({ ok: true, note: whatMayBeRead(context) }),
      checkLibrary: (library) => checkLibrary(library, context),
      async *prescan(library) {
        yield* walkInThread(toFileLibrary(library), context.roots, context.signal)
      },
      async *ingest(library, entries) {
        const files = toFileLibrary(library)
        refuseOutside(files, context.roots)
        reader ??= borrowMediaReader()
        const { signal, roots } = context
        const onMissing = createRootWatch(files, roots)
        yield* ingestFiles(entries, { library: files, reader, signal, now: Date.now, onMissing })
      },
      close: async () => {
        await reader?.close()
        reader = null
      },
    }
  },
}

function whatMayBeRead({ roots }: SourceContext): string {
  if (roots === null) return 'May read any folder of this machine that its user can read.'
  return `May read ${roots.join(', ')} and everything below.`
}

// The walk made sure of it, but settings may have changed between listing and reading.
function refuseOutside({ path }: FileLibrary, roots: SourceContext['roots']): void {
  if (isInside(plainRoot(path), roots?.map(plainRoot) ?? null)) return
  const { code, detail } = notAllowed(displayPath(path), roots ?? [])
  throw new SourceFailure(code, detail)
}
