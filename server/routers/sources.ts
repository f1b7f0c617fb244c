import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { addLibrary, lockLibrariesOf } from '../../db/queries/libraries.ts'
import { listLibraries } from '../../db/queries/list-libraries.ts'
import type { SourceRow } from '../../db/queries/sources.ts'
import * as sources from '../../db/queries/sources.ts'
import {
  isSourceKind,
  SAMPLE_LIBRARIES,
  SOURCE_KINDS,
  SOURCE_SETTINGS,
} from '../../jobs/contract/source-settings.ts'
import type { SourceKindName } from '../../jobs/contract/source-settings.ts'
import { admin, member, router, viewer } from '../trpc.ts'
import { checkSource } from './sources/check-source.ts'
import { refuseInUse } from './sources/refuse-in-use.ts'
import { readSourceConfig } from './sources/source-config.ts'

const zSourceId = z.object({ sourceId: z.int().positive() })
const zName = z.string().trim().min(1, 'Give it a name that you will know it by.').max(80)
const zConfig = z.record(z.string(), z.unknown())
const zCreate = z.object({ kind: z.enum(SOURCE_KINDS), name: zName, config: zConfig.default({}) })
const zChange = zSourceId.extend({ name: zName.optional(), config: zConfig.optional() })

/** Where things come from. Secrets go in, are encrypted, and never come out. */
export const sourcesRouter = router({
  list: viewer.query(async ({ ctx }) => ({ sources: (await sources.listSources(ctx.db)).flatMap(asView) })),

  get: viewer.input(zSourceId).query(async ({ ctx, input }) => {
    const row = await sources.findSource(ctx.db, input.sourceId)
    const [source] = row ? asView(row) : []
    if (!source) throw noSuchSource(input.sourceId)
    return { ...source, libraryList: await listLibraries(ctx.db, input.sourceId) }
  }),

  create: admin.input(zCreate).mutation(async ({ ctx, input }) => {
    const { kind, name } = input
    const { config, secret } = readSourceConfig(SOURCE_SETTINGS[kind], input.config)
    const sealed = secret === null ? null : ctx.house.secrets.seal(secret)
    return ctx.db.transaction(async (tx) => {
      const sourceId = await sources.addSource(tx, { kind, name, config, secret: sealed })
      if (kind === 'sample') {
        for (const { set, title, mediaKind } of SAMPLE_LIBRARIES) {
          await addLibrary(tx, { sourceId, title, mediaKind, config: { set } })
        }
      }
      return { sourceId }
    })
  }),

  /** Settings are given whole, with their secret: a new address must not get the old one's secret. */
  change: admin.input(zChange).mutation(({ ctx, input }) =>
    ctx.db.transaction(async (tx) => {
      const { sourceId, name } = input
      const source = await sources.lockSource(tx, sourceId)
      if (!source || !isSourceKind(source.kind)) throw noSuchSource(sourceId)
      if (input.config === undefined) {
        await sources.changeSource(tx, sourceId, { name })
        return {}
      }
      const { config, secret } = readSourceConfig(SOURCE_SETTINGS[source.kind], input.config)
      await refuseInUse(tx, await lockLibrariesOf(tx, sourceId), 'change what it holds')
      const sealed = secret === null ? undefined : ctx.house.secrets.seal(secret)
      await sources.changeSource(tx, sourceId, { name, config, secret: sealed })
      return {}
    }),
  ),

  remove: admin.input(zSourceId).mutation(({ ctx, input }) =>
    ctx.db.transaction(async (tx) => {
      if (!(await sources.lockSource(tx, input.sourceId))) throw noSuchSource(input.sourceId)
      await refuseInUse(tx, await lockLibrariesOf(tx, input.sourceId), 'remove it')
      await sources.removeSource(tx, input.sourceId)
      return {}
    }),
  ),

  /** Asks a worker whether the source and each of its libraries can be read now, and remembers what it said. */
  check: member.input(zSourceId).mutation(async ({ ctx, input }) => {
    if (!(await sources.findSource(ctx.db, input.sourceId))) throw noSuchSource(input.sourceId)
    return checkSource(ctx, input.sourceId)
  }),
})

/** A source as the client sees it. */
export type SourceView = SourceRow & { kind: SourceKindName }

/** None for a kind that this build does not know. */
function asView(row: SourceRow): SourceView[] {
  const { kind } = row
  return isSourceKind(kind) ? [{ ...row, kind }] : []
}

function noSuchSource(sourceId: number): TRPCError {
  return new TRPCError({
    code: 'NOT_FOUND',
    message: `There is no source ${sourceId}. It may have been removed.`,
  })
}
