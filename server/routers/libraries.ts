import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { Tx } from '../../db/connect.ts'
import { MEDIA_KINDS } from '../../db/domain/media.ts'
import * as libraries from '../../db/queries/libraries.ts'
import { listLibraries } from '../../db/queries/list-libraries.ts'
import { answerMissing } from '../../db/queries/mark-missing.ts'
import { lockSource } from '../../db/queries/sources.ts'
import { tryTransaction } from '../../db/queries/try-transaction.ts'
import type { SourceKindName } from '../../jobs/contract/source-settings.ts'
import { isSourceKind } from '../../jobs/contract/source-settings.ts'
import { badField } from '../errors/bad-input.ts'
import { admin, member, router, viewer } from '../trpc.ts'
import { askCheck, askWorker } from './sources/ask-worker.ts'
import { placeOf, readLibraryConfig, refuseMediaKind } from './sources/library-place.ts'
import { refuseInUse } from './sources/refuse-in-use.ts'
import type { Config } from './sources/source-config.ts'

const zLibraryId = z.object({ libraryId: z.int().positive() })
const zTitle = z.string().trim().min(1, 'Give it a title, such as Films.').max(120)
const zConfig = z.record(z.string(), z.unknown())
const zCreate = z.object({
  sourceId: z.int().positive(),
  title: zTitle,
  mediaKind: z.enum(MEDIA_KINDS),
  config: zConfig,
})
const zChange = zLibraryId.extend({
  title: zTitle.optional(),
  mediaKind: z.enum(MEDIA_KINDS).optional(),
  config: zConfig.optional(),
  syncEnabled: z.boolean().optional(),
  lanes: z.int().min(1).max(16).optional(),
})

const zAnswer = zLibraryId.extend({
  answer: z.enum(['mark', 'keep']),
  /** The run whose question is answered: a newer one is not taken for it. */
  runId: z.int().positive().optional(),
})

/** The parts of sources that people select. */
export const librariesRouter = router({
  list: viewer
    .input(z.object({ sourceId: z.int().positive().optional() }).optional())
    .query(async ({ ctx, input }) => ({ libraries: await listLibraries(ctx.db, input?.sourceId) })),

  create: admin.input(zCreate).mutation(({ ctx, input }) =>
    ctx.db.transaction(async (tx) => {
      const { sourceId, title, mediaKind } = input
      const kind = await lockKind(tx, sourceId)
      refuseMediaKind(mediaKind)
      const config = readLibraryConfig(kind, input.config, ctx.house.env.roots)
      await refuseSamePlace(tx, { sourceId, kind, config, libraryId: null })
      return { libraryId: await libraries.addLibrary(tx, { sourceId, title, mediaKind, config }) }
    }),
  ),

  change: admin.input(zChange).mutation(({ ctx, input }) =>
    ctx.db.transaction(async (tx) => {
      const { libraryId, config: given, ...change } = input
      const library = await needLibrary(tx, libraryId)
      if (given === undefined && change.mediaKind === undefined) {
        await libraries.changeLibrary(tx, libraryId, change)
        return {}
      }
      // What a run is reading must stay what it was told to read.
      await refuseInUse(tx, [library], 'change what it holds')
      if (change.mediaKind !== undefined) refuseMediaKind(change.mediaKind)
      const { sourceId } = library
      const kind = await lockKind(tx, sourceId)
      const config = given && readLibraryConfig(kind, given, ctx.house.env.roots)
      if (config) await refuseSamePlace(tx, { sourceId, kind, config, libraryId })
      await libraries.changeLibrary(tx, libraryId, { ...change, config })
      return {}
    }),
  ),

  remove: admin.input(zLibraryId).mutation(({ ctx, input }) =>
    ctx.db.transaction(async (tx) => {
      const library = await needLibrary(tx, input.libraryId)
      await refuseInUse(tx, [library], 'remove it')
      await libraries.removeLibrary(tx, input.libraryId)
      return {}
    }),
  ),

  check: member
    .input(zLibraryId)
    .mutation(({ ctx, input }) => askCheck(ctx, { kind: 'check_library', ...input })),

  /** What to do about the many items that the last listing did not find. */
  answer: member.input(zAnswer).mutation(({ ctx, input }) =>
    tryTransaction(ctx.db, async (tx) => {
      const { libraryId, answer, runId } = input
      const library = await needLibrary(tx, libraryId)
      const marked = await answerMissing(tx, libraryId, answer, runId)
      if (marked !== null) return { marked }
      throw new TRPCError({
        code: 'CONFLICT',
        message: `Nothing is asked of “${library.title}” any more: somebody has answered, or a newer run has looked again.`,
      })
    }),
  ),
  /** The folders inside a folder of the workers' machine; null: where one may begin. */
  folders: admin.input(z.object({ path: z.string().max(4096).nullable() })).query(async ({ ctx, input }) => {
    const answer = await askWorker(ctx, { kind: 'list_folders', path: input.path })
    if (!answer.ok) throw new TRPCError({ code: 'PRECONDITION_FAILED', message: answer.trouble.detail })
    if (!('folders' in answer)) throw new Error('a worker answered another question')
    const { path, parent, folders, more } = answer
    return { path, parent, folders, more }
  }),
})

async function lockKind(tx: Tx, sourceId: number): Promise<SourceKindName> {
  const source = await lockSource(tx, sourceId)
  if (source && isSourceKind(source.kind)) return source.kind
  throw badField(['sourceId'], `There is no source ${sourceId}. It may have been removed.`)
}

async function needLibrary(tx: Tx, libraryId: number): Promise<libraries.LockedLibrary> {
  const library = await libraries.lockLibraryRow(tx, libraryId)
  if (library) return library
  throw new TRPCError({
    code: 'NOT_FOUND',
    message: `There is no library ${libraryId}. It may have been removed.`,
  })
}

async function refuseSamePlace(
  tx: Tx,
  wanted: { sourceId: number; kind: SourceKindName; config: Config; libraryId: number | null },
): Promise<void> {
  const place = placeOf(wanted.kind, wanted.config)
  const same = (await libraries.lockLibrariesOf(tx, wanted.sourceId)).find(
    (library) => library.libraryId !== wanted.libraryId && placeOf(wanted.kind, library.config) === place,
  )
  if (!same) return
  throw new TRPCError({
    code: 'CONFLICT',
    message: `“${same.title}” of this source has ${JSON.stringify(place)} already. Choose another, or change that library.`,
  })
}
