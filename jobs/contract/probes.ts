import { z } from 'zod'

/** The channel on which workers hear that a question was asked, and web processes that it was answered. */
export const PROBE_CHANNEL = 'marquee_probe'

/** Questions that only a worker may answer, because only it touches sources (architecture.md 4.2.12). */
export const zProbe = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('check_source'), sourceId: z.number().int() }),
  z.object({ kind: z.literal('check_library'), libraryId: z.number().int() }),
  /** The folders inside a folder, for the folder picker; null lists the allowed roots. */
  z.object({ kind: z.literal('list_folders'), path: z.string().nullable() }),
])
export type Probe = z.infer<typeof zProbe>

const zTrouble = z.object({
  code: z.string(),
  detail: z.string(),
  evidence: z.record(z.string(), z.json()).optional(),
})

const zFolderListing = z.object({
  path: z.string().nullable(),
  parent: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  more: z.boolean(),
})

/** The folders inside a folder, at most 1,000; `more` says if that cut them. */
export type FolderListing = z.infer<typeof zFolderListing>

/** The answers: a note for people, folders for the picker, or trouble. */
export const zAnswer = z.union([
  zFolderListing.extend({ ok: z.literal(true) }),
  z.object({ ok: z.literal(true), note: z.string() }),
  z.object({ ok: z.literal(false), trouble: zTrouble }),
])
export type ProbeAnswer = z.infer<typeof zAnswer>
