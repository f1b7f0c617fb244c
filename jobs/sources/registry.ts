import type { SourceKindName } from '../contract/source-settings.ts'
import { filesystem } from './filesystem/source.ts'
import { sample } from './sample/source.ts'
import type { SourceKind } from './source.ts'

/** The kinds of source a worker can open; a new one is a folder beside this file and a line here. */
export const REGISTRY: { [kind in SourceKindName]: SourceKind } = { filesystem, sample }
export type Registry = { [kind: string]: SourceKind }
