import type { TRPCError } from '@trpc/server'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { BadField } from './bad-input.ts'
import type { FieldProblem } from './field-problems.ts'
import { fieldProblems } from './field-problems.ts'

/** An error as people and programs are told of it. */
export interface ToldError {
  message: string
  /** What is wrong with which field; empty when it is not about the input. */
  fields: FieldProblem[]
  /** What the log has the whole story under; only for what should not have happened. */
  supportId: string | null
}

const supportIds = new WeakMap<TRPCError, string>()

/** The number of an error that should not have happened: the same one for the person and for the log. */
export function supportIdOf(error: TRPCError): string | null {
  if (error.code !== 'INTERNAL_SERVER_ERROR') return null
  const id = supportIds.get(error) ?? randomBytes(4).toString('hex')
  supportIds.set(error, id)
  return id
}

/** Says an error so that it helps: the fields that are wrong, our own sentence, or a number to look up in the log. */
export function tellError(error: TRPCError, input: unknown): ToldError {
  if (error.code === 'BAD_REQUEST' && error.cause instanceof z.ZodError) {
    const fields = fieldProblems(error.cause.issues, input)
    return { message: fields.map((field) => field.sentence).join(' '), fields, supportId: null }
  }
  if (error.cause instanceof BadField) {
    const { field, message } = error.cause
    return { message, fields: [{ field, message, sentence: message }], supportId: null }
  }
  const supportId = supportIdOf(error)
  if (supportId === null) return { message: error.message, fields: [], supportId }
  const message = `Something went wrong here (support id ${supportId}). The log of the server says more.`
  return { message, fields: [], supportId }
}
