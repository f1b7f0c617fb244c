/** The client's only window into the house: types, nothing that runs. */
export type { AppRouter } from './router.ts'
export type { ToldError } from './errors/tell-error.ts'
export type { FieldProblem } from './errors/field-problems.ts'
export type { Person } from './auth/person.ts'
export type { Counts } from '../db/domain/counts.ts'
export type {
  CatalogueEpisode,
  CatalogueFile,
  CatalogueItem,
  EntryDetail,
  OtherSighting,
  PastAttempt,
} from '../db/domain/entry-view.ts'
export type { Json } from '../db/domain/json.ts'
export type { EntryKind, MediaKind } from '../db/domain/media.ts'
export type { EntryStatus, Evidence, Trouble } from '../db/domain/outcome.ts'
export type { RunEvent } from '../db/domain/run-event.ts'
export type { RunLibraryState, RunOutcome, RunState } from '../db/domain/run-state.ts'
export type {
  AttemptView,
  LaneNow,
  LiveFrame,
  LiveTopic,
  ProgressView,
  RunEntryView,
  RunLibraryView,
  RunShowView,
  RunSummary,
  RunView,
} from '../db/domain/run-view.ts'
export type { TroubleCode } from '../db/domain/trouble-codes.ts'
export type { Role } from '../db/schema/people.ts'
export type { SourceKindName } from '../jobs/contract/source-settings.ts'
export type { LibraryRow } from '../db/queries/list-libraries.ts'
export type { PersonRow } from '../db/queries/people.ts'
export type { InviteRow } from '../db/queries/invites.ts'
export type { WorkerView } from '../db/queries/worker.ts'
export type { CheckView } from './routers/sources/ask-worker.ts'
export type { SourceView } from './routers/sources.ts'
