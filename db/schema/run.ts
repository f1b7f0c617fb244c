import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Json } from '../domain/json.ts'
import type { MediaKind } from '../domain/media.ts'
import type { RunOptions } from '../domain/run-options.ts'
import type { TroubleCode } from '../domain/trouble-codes.ts'
import type { RunLibraryState, RunOutcome, RunState } from '../domain/run-state.ts'
import { countColumns, madeAt, moment } from './columns.ts'
import { library } from './source.ts'

export type { RunOptions }

/** What a person asked for. What changes while it goes on stands in `run_cursor`. */
export const run = pgTable(
  'run',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    mode: text().$type<'full' | 'incremental'>().notNull(),
    dryRun: boolean().notNull().default(false),
    options: jsonb().$type<RunOptions>().notNull().default({}),
    title: text().notNull(),
    trigger: text().$type<'person' | 'schedule' | 'download' | 'upload'>().notNull().default('person'),
    startedBy: text(),
    startedByName: text(),
    /** Whose it is, where it is private; null: the team's. */
    ownerId: text(),
    shared: boolean().notNull().default(false),
    idempotencyKey: text(),
    createdAt: madeAt(),
  },
  (t) => [uniqueIndex('run_idempotency').on(t.startedBy, t.idempotencyKey)],
)

/** The hot columns of a run in a narrow row (fillfactor 70: updates stay on the page). */
export const runCursor = pgTable('run_cursor', {
  runId: integer()
    .primaryKey()
    .references(() => run.id, { onDelete: 'cascade' }),
  state: text().$type<RunState>().notNull().default('queued'),
  outcome: text().$type<RunOutcome>(),
  attempt: smallint().notNull().default(1),
  ...countColumns(),
  found: integer().notNull().default(0),
  lastSeq: integer().notNull().default(0),
  /** Staged entries. */
  open: integer().notNull().default(0),
  /** Libraries that still list (or wait to). */
  unlocked: integer().notNull(),
  /** Attempts that are being filled. */
  staging: integer().notNull().default(0),
  librariesDone: integer().notNull().default(0),
  librariesTotal: integer().notNull(),
  startedAt: moment(),
  lockedAt: moment(),
  endedAt: moment(),
  /** Since when it is in this state: a force stop is offered after a while. */
  stateAt: madeAt(),
})

/** One library's part in a run: its own bar, and the hold on its library. */
export const runLibrary = pgTable(
  'run_library',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    runId: integer()
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    /** Null once the library has been removed: the run keeps its record. */
    libraryId: integer().references(() => library.id, { onDelete: 'set null' }),
    sourceId: integer(),
    position: smallint().notNull(),
    title: text().notNull(),
    sourceTitle: text().notNull(),
    mediaKind: text().$type<MediaKind>().notNull(),
    lanes: smallint().notNull(),
    state: text().$type<RunLibraryState>().notNull(),
    /** True from the moment it may list until it has ended. */
    holds: boolean().notNull(),
    ...countColumns(),
    found: integer().notNull().default(0),
    /** Staged entries of lower attempts are parked: left over from before the run was cancelled. */
    floor: smallint().notNull().default(1),
    /** Staged entries of this library that are to be worked on. */
    open: integer().notNull().default(0),
    /** Things seen that need no work in an incremental run: a side count. */
    seenUnchanged: integer().notNull().default(0),
    locked: boolean().notNull().default(false),
    /** The listing reached the source's end. */
    complete: boolean().notNull().default(false),
    showsTotal: integer().notNull().default(0),
    code: text().$type<TroubleCode>(),
    detail: text(),
    evidence: jsonb().$type<{ [key: string]: Json }>(),
    /** How often a task of this library ended without any progress. */
    stalls: smallint().notNull().default(0),
    startedAt: moment(),
    endedAt: moment(),
  },
  (t) => [
    uniqueIndex('run_library_run').on(t.runId, t.position),
    uniqueIndex('run_library_holder')
      .on(t.libraryId)
      .where(sql`${t.holds}`),
    index('run_library_waiting')
      .on(t.libraryId, t.runId)
      .where(sql`${t.state} = 'waiting'`),
  ],
)

/** A lease on one of a library's loops, and what it is doing now. Lane -1 is the listing itself. */
export const runLane = pgTable(
  'run_lane',
  {
    runLibraryId: integer()
      .notNull()
      .references(() => runLibrary.id, { onDelete: 'cascade' }),
    lane: smallint().notNull(),
    workerId: integer(),
    epoch: integer().notNull().default(0),
    label: text(),
    showTitle: text(),
    phase: text(),
    bytesDone: bigint({ mode: 'number' }),
    bytesTotal: bigint({ mode: 'number' }),
    since: moment(),
  },
  (t) => [
    uniqueIndex('run_lane_key').on(t.runLibraryId, t.lane),
    index('run_lane_worker')
      .on(t.workerId)
      .where(sql`${t.workerId} is not null`),
  ],
)

/** In a dry run: the files that would be in the catalogue by now, so that a second sight of one is told apart. */
export const runWould = pgTable(
  'run_would',
  {
    runId: integer()
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    pathKey: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.pathKey] })],
)

/** One show's part in a run library: its episode bar. */
export const runShow = pgTable(
  'run_show',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    runLibraryId: integer()
      .notNull()
      .references(() => runLibrary.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    title: text().notNull(),
    total: integer().notNull().default(0),
    ...countColumns(),
  },
  (t) => [uniqueIndex('run_show_key').on(t.runLibraryId, t.key)],
)
