import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { chanceOf } from '../sources/sample/chance.ts'
import type { Arena, Ground } from './arena.ts'
import { checkHouse } from './check-house.ts'
import { checkRun } from './check-run.ts'
import type { Crew } from './crew.ts'
import type { Deed } from './deeds.ts'
import { type Caught, doFault } from './faults.ts'
import { installInstruments } from './instruments.ts'
import { makeMove, openChaosRun } from './moves.ts'
import { awaitRun } from './await-run.ts'
import { isAway, patiently } from './patiently.ts'
import { untilQuiet } from './quiet.ts'
import { startRecorder } from './recorder.ts'
import { makeScenario, type Scenario } from './scenario.ts'
import { armTraps } from './traps.ts'

/** What became of a seed: no fault means that it passed. */
export interface SeedResult {
  seed: number
  faults: string[]
  tookMs: number
  /** What was done, in order: to understand a failure by. */
  log: string[]
  entries: number
}

/** So long a person waits for an answer. A move may have to wait for a worker that stands still. */
const GIVE_UP_MS = 8000

/** Plays one seed's scenario on a database of its own, waits until all is quiet, and holds everything to account. */
export async function runSeed(arena: Arena, crew: Crew, seed: number): Promise<SeedResult> {
  const startedMs = performance.now()
  const scenario = makeScenario(chanceOf(`chaos ${seed}`))
  const ground = await arena.newGround()
  const log: string[] = []
  const faults: string[] = []
  let entries = 0
  try {
    const play = await makePlay(arena, crew, ground, scenario, seed, (line) =>
      log.push(`${Math.round(performance.now() - startedMs)} ${line}`),
    )
    await crew.join(scenario.workers, ground.url)
    const recorder = await startRecorder(ground.url, play.seen)
    const traps = await armTraps(ground.db, scenario.traps, play.spring)
    for (const step of scenario.steps) {
      await rest(step.afterMs)
      await play.act(step.deed, null)
    }
    await rest(300)
    await patiently(() => traps.disarm())
    faults.push(...(await play.end()))
    const note = (line: string) => log.push(`${Math.round(performance.now() - startedMs)} ${line}`)
    note('the storm is over')
    faults.push(...(await untilQuiet(ground, scenario.paused)))
    note('all is quiet')
    await recorder.close()
    faults.push(...recorder.faults, ...(await crew.leave()), ...crew.crashes().filter(isBug))
    note('the workers have left')
    const runs = await patiently(() =>
      ground.db.execute<{ id: number; found: number }>(sql`
      select run_id as id, found from run_cursor order by 1`),
    )
    entries = runs.reduce((sum, run) => sum + run.found, 0)
    for (const { id } of runs) faults.push(...(await checkRun(ground.db, id)))
    faults.push(...(await checkHouse(ground.db)), ...(await arena.deadlocks()))
  } catch (error) {
    faults.push(`the harness: ${reasonOf(error)}`)
    await crew.leave()
  } finally {
    await ground.drop()
  }
  return { seed, faults, tookMs: Math.round(performance.now() - startedMs), log, entries }
}

async function makePlay(
  arena: Arena,
  crew: Crew,
  { db, url }: Ground,
  scenario: Scenario,
  seed: number,
  note: (line: string) => void,
) {
  await installInstruments(db)
  const libraryIds = await makeLibraries(db, scenario)
  const chance = chanceOf(`deeds ${seed}`)
  const runIds: number[] = []
  const faults: string[] = []
  const pending = new Set<Promise<void>>()
  const heard = new Map<string, number>()
  let isOver = false

  const perform = async (deed: Deed, caught: Caught | null): Promise<string> => {
    switch (deed.do) {
      case 'open': {
        const key = `open ${runIds.length}`
        const ids = deed.libraries.map((at) => libraryIds[at] ?? 0)
        const runId = await patiently(async () => openChaosRun(url, deed, ids, key))
        if (runId === null) return 'lost'
        runIds.push(runId)
        return `#${runId}`
      }
      case 'move': {
        const runId = runIds[deed.run % Math.max(1, runIds.length)]
        return runId === undefined ? 'no run yet' : makeMove(url, deed.move, runId)
      }
      case 'await': {
        const runId = runIds[deed.run % Math.max(1, runIds.length)]
        return runId === undefined ? 'no run yet' : awaitRun(db, deed.what, runId)
      }
      case 'change':
        await db.execute(sql`
          update library set config = config || jsonb_build_object('version', (config->>'version')::integer + 1,
            'count', ${deed.count}::integer) where id = ${libraryIds[deed.library] ?? 0}`)
        return 'done'
      case 'fault':
        await doFault({ db, arena, crew, chance }, deed.fault, caught)
        return 'done'
    }
  }
  const act = async (deed: Deed, caught: Caught | null, why = ''): Promise<void> => {
    try {
      const done = perform(deed, caught)
      done.catch(() => undefined)
      note(
        `${why}${JSON.stringify(deed)}: ${await Promise.race([done, rest(GIVE_UP_MS, 'lost', { ref: false })])}`,
      )
    } catch (error) {
      note(`${why}${JSON.stringify(deed)}: ${String(error)}`)
      if (!isAway(error)) faults.push(`${JSON.stringify(deed)} threw ${reasonOf(error)}`)
    }
  }
  const behind = (work: Promise<void>): void => {
    pending.add(work)
    void work.finally(() => pending.delete(work))
  }
  return {
    act,
    spring: (trap: Scenario['traps'][number], caught: Caught) => {
      if (!isOver) behind(act(trap.deed, caught, `caught ${caught.name} at ${trap.point} ${trap.nth}: `))
    },
    seen: (type: string) => {
      const nth = (heard.get(type) ?? 0) + 1
      heard.set(type, nth)
      for (const ambush of scenario.ambushes) {
        if (!isOver && ambush.type === type && ambush.nth === nth)
          behind(act(ambush.deed, null, `after ${type} ${nth}: `))
      }
    },
    /** Lets nothing more be done; answers what should not have been thrown. */
    end: async () => {
      isOver = true
      await Promise.all(pending)
      return faults
    },
  }
}

/** A process may end because its database went away, and because of porsager/postgres#1208; for nothing else. */
function isBug(said: string): boolean {
  return !/nextWrite|recovery mode|starting up|shutting down|not yet accepting|ECONNREFUSED|ECONNRESET|CONNECTION_|terminat/.test(
    said,
  )
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? ` — ${error.cause.message}` : ''
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}${cause}`
}

async function makeLibraries(db: Ground['db'], scenario: Scenario): Promise<number[]> {
  const [source] = await db.execute<{ id: number }>(sql`
    insert into source (kind, name) values ('chaos', 'Chaos') returning id`)
  const ids: number[] = []
  for (const { title, mediaKind, lanes, config } of scenario.libraries) {
    const [row] = await db.execute<{ id: number }>(sql`
      insert into library (source_id, title, media_kind, lanes, config)
      values (${source?.id ?? 0}, ${title}, ${mediaKind}, ${lanes}, ${JSON.stringify(config)}::jsonb) returning id`)
    ids.push(row?.id ?? 0)
  }
  return ids
}
