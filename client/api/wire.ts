import type { inferRouterOutputs } from '@trpc/server'
import type {
  AppRouter,
  CheckView,
  EntryStatus,
  LibraryRow,
  PersonRow,
  TroubleCode,
} from '../../server/types.ts'

export type {
  AppRouter,
  AttemptView,
  Counts,
  EntryStatus,
  FieldProblem,
  InviteRow,
  Json,
  LaneNow,
  LiveFrame,
  LiveTopic,
  MediaKind,
  Person,
  Role,
  RunEntryView,
  RunEvent,
  RunLibraryView,
  RunShowView,
  RunSummary,
  RunView,
  SourceKindName,
  TroubleCode,
} from '../../server/types.ts'

type Outputs = inferRouterOutputs<AppRouter>

/** A configured place things come from, as lists show it. */
export type SourceView = Outputs['sources']['list']['sources'][number]
/** A library as lists show it. */
export type LibraryView = LibraryRow
/** An account as the list shows it. */
export type UserView = PersonRow
/** What a check found: a note for people, or trouble. */
export type CheckAnswer = CheckView
/** How many entries each value of a filter would leave. */
export type Facets = Outputs['runs']['facets']
/** What a list of entries may be narrowed by; the client always speaks of lists, where the server takes one too. */
export interface EntryFilter {
  status?: EntryStatus[]
  code?: TroubleCode[]
  resolution?: ('open' | 'fixed' | 'ignored')[]
  libraryId?: number[]
  showId?: number[]
  season?: number[]
  attempt?: number[]
  q?: string
}
