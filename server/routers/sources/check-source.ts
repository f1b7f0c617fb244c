import type { Trouble } from '../../../db/domain/outcome.ts'
import { isTroubleCode } from '../../../db/domain/trouble-codes.ts'
import { listLibraries } from '../../../db/queries/list-libraries.ts'
import { noteSourceCheck } from '../../../db/queries/sources.ts'
import type { Context } from '../../trpc.ts'
import type { CheckView } from './ask-worker.ts'
import { askCheck } from './ask-worker.ts'

/** Asks a worker about a source and then each of its libraries; what it said stands on the source from then on. */
export async function checkSource(ctx: Pick<Context, 'db' | 'probes'>, sourceId: number): Promise<CheckView> {
  const itself = await askCheck(ctx, { kind: 'check_source', sourceId })
  const found = itself.ok ? ((await firstTrouble(ctx, sourceId)) ?? itself) : itself
  const trouble = found.ok ? null : asTrouble(found.trouble)
  // Without a worker nobody has looked: what the last check said still stands.
  if (found.ok || trouble) {
    const note = found.ok ? found.note : null
    await ctx.db.transaction((tx) => noteSourceCheck(tx, sourceId, { trouble, note }))
  }
  return found
}

async function firstTrouble(
  ctx: Pick<Context, 'db' | 'probes'>,
  sourceId: number,
): Promise<CheckView | null> {
  const libraries = await listLibraries(ctx.db, sourceId)
  const answers = await Promise.all(
    libraries.map(async ({ libraryId, title }): Promise<CheckView> => {
      const answer = await askCheck(ctx, { kind: 'check_library', libraryId })
      if (answer.ok) return answer
      return { ok: false, trouble: { ...answer.trouble, detail: `${title}: ${answer.trouble.detail}` } }
    }),
  )
  return answers.find((answer) => !answer.ok) ?? null
}

function asTrouble(found: { code: string; detail: string; evidence?: Trouble['evidence'] }): Trouble | null {
  const { code, detail, evidence } = found
  return isTroubleCode(code) ? { code, detail, ...(evidence && { evidence }) } : null
}
