import type { Json } from './json.ts'
import { TROUBLE, type TroubleCode } from './trouble-codes.ts'

/** Facts behind a trouble: errno, uid, sizes, the first failing parent, an HTTP status. Never a secret. */
export type Evidence = { [key: string]: Json }

/** Expected trouble, as a value: a code of the catalogue and a sentence that names path, field and value. */
export interface Trouble {
  code: TroubleCode
  detail: string
  evidence?: Evidence
}

/** What can stand in `run_entry.status`; `staged` is not settled yet. */
export const ENTRY_STATUSES = ['staged', 'created', 'updated', 'unchanged', 'skipped', 'failed'] as const
export type EntryStatus = (typeof ENTRY_STATUSES)[number]
export type SettledStatus = Exclude<EntryStatus, 'staged'>

/** What became of one entry in one attempt. `action` is the sentence a person reads. */
export type Outcome =
  | { status: 'created' | 'updated' | 'unchanged'; action: string; warnings?: string[] }
  | ({ status: 'skipped' | 'failed' } & Trouble)

/** The outcome that a trouble means: its code decides whether that is a skip or a failure. */
export function outcomeOf(trouble: Trouble): Outcome {
  return { status: TROUBLE[trouble.code].as, ...trouble }
}
