import { TRPCClientError } from '@trpc/client'
import type { FieldProblem } from './wire.ts'

/** Why a call failed, as the page needs it. */
export interface Failure {
  /** A sentence for people. */
  message: string
  /** The HTTP status; null when no answer came at all. */
  status: number | null
  /** The server's own code, to be quoted. */
  code: string | null
  /** What is wrong with which field of the input. */
  fields: FieldProblem[]
}

const SILENCE: Failure = {
  message: 'Marquee did not answer. Is it running?',
  status: null,
  code: null,
  fields: [],
}

/** What an error of a call says; one of any other kind is told as it is, without a status. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) {
    return { ...SILENCE, message: error instanceof Error ? error.message : String(error) }
  }
  const { httpStatus, code, fields } = dataOf(error.data)
  if (typeof httpStatus !== 'number') return SILENCE
  return {
    message: error.message,
    status: httpStatus,
    code: typeof code === 'string' ? code : null,
    fields: Array.isArray(fields) ? fields.filter(isFieldProblem) : [],
  }
}

/** True when the server said that nobody is signed in. */
export function isSignedOut(error: unknown): boolean {
  return failureOf(error).status === 401
}

/** True when there is no such thing, or none that this person may see. */
export function isMissing(error: unknown): boolean {
  return failureOf(error).status === 404
}

/**
 * A refusal for a form: the faults of the fields that the form has, by their names, and a sentence for the rest.
 * `names` maps the server's name of a field to the form's.
 */
export function faultsIn<Name extends string>(
  error: unknown,
  names: { [field: string]: Name },
): { faults: { [name in Name]?: string }; rest: string | undefined } {
  const { fields, message } = failureOf(error)
  const faults: { [name in Name]?: string } = {}
  const rest: string[] = []
  for (const problem of fields) {
    const name = names[problem.field]
    if (name === undefined) rest.push(problem.sentence)
    else faults[name] ??= problem.message
  }
  return { faults, rest: fields.length === 0 ? message : rest.join(' ') || undefined }
}

function dataOf(data: unknown): { httpStatus?: unknown; code?: unknown; fields?: unknown } {
  return typeof data === 'object' && data !== null ? data : {}
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'field') === 'string' &&
    typeof Reflect.get(value, 'message') === 'string' &&
    typeof Reflect.get(value, 'sentence') === 'string'
  )
}
