import { TRPCError } from '@trpc/server'
import { z } from 'zod'

/** Parses a part of a procedure's input whose shape depends on the rest of it; throws as the whole input would. */
export function parsePart<Output>(schema: z.ZodType<Output>, field: string, value: unknown): Output {
  const parsed = z.object({ [field]: schema }).safeParse({ [field]: value })
  if (!parsed.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error })
  return schema.parse(value)
}

/** Says what is wrong with a field, where only the database or the settings could tell. */
export function badField(path: string[], message: string): TRPCError {
  const cause = new z.ZodError([{ code: 'custom', path, message, input: undefined }])
  return new TRPCError({ code: 'BAD_REQUEST', message, cause })
}
