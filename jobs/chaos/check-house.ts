import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'
import { RUN_STATES, type RunMove, type RunState, stateAfter } from '../../db/domain/run-state.ts'

const MOVES: RunMove[] = [
  'start',
  'pause',
  'paused',
  'resume',
  'cancel',
  'cancelled',
  'finish',
  'fail',
  'reopen',
]

/** Each must find nothing once all is quiet: what is wrong, and the rows that are. */
const NOTHING: [what: string, rows: SQL][] = [
  [
    'an entry settled twice in an attempt',
    sql`select entry_id, attempt from chaos_entry where became <> 'staged' group by 1, 2 having count(*) > 1`,
  ],
  [
    'an entry settled that was not staged at that attempt',
    sql`select * from chaos_entry where became <> 'staged' and (was <> 'staged' or attempt <> was_attempt)`,
  ],
  [
    'an entry staged again without a further attempt',
    sql`select * from chaos_entry where became = 'staged' and attempt <= was_attempt`,
  ],
  [
    'a hot row with a negative or excessive number',
    sql`select * from chaos_cursor where least < 0 or open < 0 or unlocked < 0 or staging < 0 or settled > found`,
  ],
  [
    'a locked total that changed',
    sql`select * from (select *, lag(found) over w as found_before, lag(unlocked) over w as unlocked_before
      from chaos_cursor window w as (partition by run_id order by n)) c
      where unlocked = 0 and unlocked_before = 0 and found <> found_before`,
  ],
  [
    'a settled unit that was taken back',
    sql`select * from (select *, lag(settled) over (partition by run_id order by n) as before from chaos_cursor) c
      where settled < before`,
  ],
  ['a lane still leased', sql`select * from run_lane where worker_id is not null`],
  [
    'a part that waits for nobody',
    sql`select w.id, w.run_id, w.library_id from run_library w where w.state = 'waiting' and not exists (
      select 1 from run_library h where h.library_id = w.library_id and h.holds)`,
  ],
  [
    'a part that holds and has nothing to do',
    sql`select l.id, l.run_id from run_library l where l.holds and l.locked and l.open = 0`,
  ],
  [
    'two titles of one name',
    sql`select kind, lower(name), year from title group by 1, 2, 3 having count(*) > 1`,
  ],
  [
    'a title that nothing is known by',
    sql`select * from title t where not exists (select 1 from identity i where i.title_id = t.id)`,
  ],
  ['a file of no title', sql`select * from media_file where title_id is null`],
  [
    'an entry in the library without a file',
    sql`select e.id from run_entry e join run r on r.id = e.run_id
      where not r.dry_run and e.status in ('created', 'updated', 'unchanged')
        and not exists (select 1 from media_file f where f.path = e.path)`,
  ],
  [
    'a file that no real run saw',
    sql`select f.path from media_file f where not exists (
      select 1 from run_entry e join run r on r.id = e.run_id where not r.dry_run and e.path = f.path)`,
  ],
  [
    'an entry that is known to no library',
    sql`select e.id from run_entry e join run r on r.id = e.run_id join run_library l on l.id = e.run_library_id
      where not r.dry_run and e.status <> 'staged' and not exists (
        select 1 from library_entry k where k.library_id = l.library_id and k.key = e.key)`,
  ],
]

/** Holds the whole database to account after the storm. */
export async function checkHouse(db: Db): Promise<string[]> {
  const faults: string[] = []
  for (const [what, query] of NOTHING) {
    const rows = await db.execute(query)
    if (rows.length > 0) faults.push(`${what}: ${rows.length}, such as ${JSON.stringify(rows[0])}`)
  }
  return [...faults, ...(await checkMoves(db))]
}

/** Every state that a run went through followed from the one before; an ended run only reopens as a new attempt. */
async function checkMoves(db: Db): Promise<string[]> {
  const rows = await db.execute<{
    runId: number
    was: RunState
    became: RunState
    isNewAttempt: boolean
  }>(sql`
    select run_id as "runId", was, state as became, attempt > before as "isNewAttempt" from (
      select *, lag(state) over w as was, lag(attempt) over w as before from chaos_cursor
      window w as (partition by run_id order by n)) c
    where was is not null and was <> state`)
  const attempts = await db.execute<{ runId: number; attempts: number; reopened: number }>(sql`
    select run_id as "runId", max(attempt) as attempts,
      count(*) filter (where was in ('cancelled', 'finished', 'failed') and state <> was)::integer as reopened
    from (select *, lag(state) over (partition by run_id order by n) as was from chaos_cursor) c group by run_id`)
  return [
    ...rows
      .filter(
        ({ was, became }) =>
          !RUN_STATES.includes(became) || !MOVES.some((move) => stateAfter(was, move) === became),
      )
      .map(({ runId, was, became }) => `run ${runId} went from ${was} to ${became}`),
    ...attempts
      .filter((run) => run.reopened > run.attempts - 1)
      .map((run) => `run ${run.runId} was reopened ${run.reopened} times in ${run.attempts} attempts`),
  ]
}
