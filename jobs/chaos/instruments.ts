import { sql } from 'drizzle-orm'
import type { Db } from '../../db/connect.ts'

/** Where a transaction can be caught in its middle: a table of the product and what just happened in it. */
export const POINTS = [
  'run_event prescan.started',
  'run_event prescan.advanced',
  'run_event prescan.locked',
  'run_event total.locked',
  'run_event batch.committed',
  'run_event library.finished',
  'run_event run.started',
  'run_event run.paused',
  'run_event run.resumed',
  'run_event run.cancelled',
  'run_event run.finished',
  'run_event attempt.started',
  'run_event attempt.finished',
  'run_cursor pausing',
  'run_cursor cancelling',
  'run_entry listed',
  'run_entry settled',
  'run_entry again',
  'run_attempt staging',
  'run_attempt running',
  'run_attempt finished',
  'run_library held',
  'run_library released',
  'run_lane taken',
  'run_lane freed',
  'worker born',
  'media_file written',
] as const
export type Point = (typeof POINTS)[number]

/** First key of the advisory lock that a caught transaction holds; the second is the trap's number. */
export const TRAP_LOCK = 4242

/**
 * Puts instruments into a chaos database: what the product's tables went through is written down beside them (in
 * the same transactions), and traps hold a transaction for a moment where they are told to.
 */
export async function installInstruments(db: Db): Promise<void> {
  for (const statement of [RECORDS, TRAPS, ON_ENTRY, ON_CURSOR]) await db.execute(sql.raw(statement))
  for (const [table, when, point] of WATCHED) {
    const name = `chaos_${table}`
    await db.execute(
      sql.raw(`create function ${name}() returns trigger language plpgsql as $$
        begin
          ${point}
          return null;
        end $$`),
    )
    await db.execute(
      sql.raw(`create trigger ${name} after ${when} on ${table} for each row execute function ${name}()`),
    )
  }
}

const RECORDS = `
create table chaos_entry (entry_id bigint, attempt int, was_attempt int, was text, became text);
create table chaos_cursor (n bigint generated always as identity, run_id int, state text, attempt int, found int,
  settled int, least int, open int, unlocked int, staging int, last_seq int);`

// A sequence is not rolled back: a trap closes once, also when what it caught is killed.
const TRAPS = `
create table chaos_trap (id int primary key, point text not null, nth int not null, seconds float8 not null);
create function chaos_reach(reached text) returns void language plpgsql as $$
declare trap record;
begin
  for trap in select id, nth, seconds from chaos_trap where point = reached loop
    if nextval('chaos_trap_' || trap.id) = trap.nth then
      perform pg_advisory_xact_lock(${TRAP_LOCK}, trap.id);
      perform pg_sleep(trap.seconds);
    end if;
  end loop;
end $$;`

const ON_ENTRY = `
create function chaos_entry_changed() returns trigger language plpgsql as $$
begin
  if old.status = new.status and old.attempt = new.attempt then return null; end if;
  insert into chaos_entry values (new.id, new.attempt, old.attempt, old.status, new.status);
  perform chaos_reach(case when new.status = 'staged' then 'run_entry again' else 'run_entry settled' end);
  return null;
end $$;
create trigger chaos_entry_changed after update on run_entry for each row execute function chaos_entry_changed();`

const ON_CURSOR = `
create function chaos_cursor_changed() returns trigger language plpgsql as $$
begin
  insert into chaos_cursor (run_id, state, attempt, found, settled, least, open, unlocked, staging, last_seq)
  values (new.run_id, new.state, new.attempt, new.found,
    new.created + new.updated + new.unchanged + new.skipped + new.failed + new.retrying,
    least(new.created, new.updated, new.unchanged, new.skipped, new.failed, new.retrying),
    new.open, new.unlocked, new.staging, new.last_seq);
  if tg_op = 'UPDATE' and old.state <> new.state then perform chaos_reach('run_cursor ' || new.state); end if;
  return null;
end $$;
create trigger chaos_cursor_changed after insert or update on run_cursor
  for each row execute function chaos_cursor_changed();`

const WATCHED = [
  ['run_event', 'insert', `perform chaos_reach('run_event ' || new.type);`],
  [
    'run_entry',
    'insert',
    `insert into chaos_entry values (new.id, new.attempt, null, null, new.status);
    perform chaos_reach('run_entry listed');`,
  ],
  ['media_file', 'insert', `perform chaos_reach('media_file written');`],
  ['worker', 'insert', `perform chaos_reach('worker born');`],
  ['run_attempt', 'insert or update of state', `perform chaos_reach('run_attempt ' || new.state);`],
  [
    'run_library',
    'update of holds',
    `if old.holds <> new.holds then
      perform chaos_reach(case when new.holds then 'run_library held' else 'run_library released' end);
    end if;`,
  ],
  [
    'run_lane',
    'update of worker_id',
    `if old.worker_id is distinct from new.worker_id then
      perform chaos_reach(case when new.worker_id is null then 'run_lane freed' else 'run_lane taken' end);
    end if;`,
  ],
] as const
