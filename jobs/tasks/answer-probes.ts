import { connectRaw } from '../../db/connect.ts'
import {
  answerProbe,
  findLibraryToCheck,
  findSourceToCheck,
  takeProbes,
} from '../../db/queries/probe-answers.ts'
import { PROBE_CHANNEL, type Probe, type ProbeAnswer, zProbe } from '../contract/probes.ts'
import type { Engine } from '../pipeline/engine.ts'
import { type OpenSource, SourceFailure } from '../sources/source.ts'

/** Answers what people ask of sources, as soon as it is asked, until closed. */
export async function answerProbes(engine: Engine, databaseUrl: string): Promise<{ close(): Promise<void> }> {
  const client = connectRaw(databaseUrl, { max: 1, max_lifetime: null })
  const look = (): void => {
    answerAll(engine).catch((error: unknown) => {
      if (!engine.signal.aborted) engine.log.warn({ err: error }, 'a question could not be answered')
    })
  }
  // `look` on every (re)connection: nothing depends on a nudge having arrived.
  await client.listen(PROBE_CHANNEL, (payload) => (payload.startsWith('ask') ? look() : undefined), look)
  return { close: () => client.end({ timeout: 2 }) }
}

async function answerAll(engine: Engine): Promise<void> {
  const asked = await takeProbes(engine.db)
  await Promise.all(
    asked.map(async ({ id, question }) => {
      const parsed = zProbe.safeParse(question)
      const answer: ProbeAnswer = parsed.success
        ? await answerOne(engine, parsed.data)
        : refusal('This worker is older than the console and does not understand the question.')
      await answerProbe(engine.db, id, answer, PROBE_CHANNEL)
    }),
  )
}

function refusal(detail: string): ProbeAnswer {
  return { ok: false, trouble: { code: 'internal', detail } }
}

async function answerOne(engine: Engine, probe: Probe): Promise<ProbeAnswer> {
  try {
    switch (probe.kind) {
      case 'list_folders':
        return await engine.listFolders(probe.path, engine.roots)
      case 'check_source':
        return await checkSource(engine, probe.sourceId)
      case 'check_library':
        return await checkLibrary(engine, probe.libraryId)
    }
  } catch (error) {
    if (error instanceof SourceFailure) {
      return { ok: false, trouble: { code: error.code, detail: error.message, evidence: error.evidence } }
    }
    engine.log.error({ err: error, probe }, 'a check failed')
    return refusal('The check failed for a reason that only the log knows.')
  }
}

async function checkSource(engine: Engine, sourceId: number): Promise<ProbeAnswer> {
  const row = await findSourceToCheck(engine.db, sourceId)
  if (!row) return refusal('This source has been removed.')
  return withSource(engine, row, (source) => source.check())
}

async function checkLibrary(engine: Engine, libraryId: number): Promise<ProbeAnswer> {
  const row = await findLibraryToCheck(engine.db, libraryId)
  if (!row) return refusal('This library has been removed.')
  return withSource(engine, row, (source) => source.checkLibrary(row.library))
}

type Checkable = Awaited<ReturnType<typeof findSourceToCheck>>

async function withSource<Answer>(
  engine: Engine,
  row: NonNullable<Checkable>,
  ask: (source: OpenSource) => Promise<Answer>,
): Promise<Answer> {
  const kind = engine.registry[row.kind]
  if (!kind)
    throw new SourceFailure(
      'source_misconfigured',
      `This worker does not know sources of kind “${row.kind}”.`,
    )
  const source = kind.open(row.config, row.secret === null ? null : engine.decrypt(row.secret), {
    signal: engine.signal,
    roots: engine.roots,
    fetch,
    runId: null,
    options: {},
    log: (level, message, extra) => engine.log[level]({ ...extra }, message),
  })
  try {
    return await ask(source)
  } finally {
    await source.close()
  }
}
