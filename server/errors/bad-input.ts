import { TRPCError } from '@trpc/server'
import { z } from 'zod'

/** Parses a part of a procedure's input whose shape depends on the rest of it; throws as the whole input would. */
export function parsePart<Output>(schema: z.ZodType<Output>, field: string, value: unknown): Output {
  const parsed = z.object({ [field]: schema }).safeParse({ [field]: value })
  if (!parsed.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error })
  return schema.parse(value)
}

/** A field that is wrong in a way that only the database or the settings could tell; the sentence stands alone. */
export class BadField extends Error {
  readonly field: string

  constructor(field: string, sentence: string) {
    super(sentence)
    this.name = 'BadField'
    this.field = field
  }
}

/** Refuses an input for one of its fields. */
export function badField(path: string[], sentence: string): TRPCError {
  return new TRPCError({
    code: 'BAD_REQUEST',
    message: sentence,
    cause: new BadField(path.join('.'), sentence),
  })
}
