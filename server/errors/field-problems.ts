import type { z } from 'zod'

/** What is wrong with one field of an input. */
export interface FieldProblem {
  /** Where it stands in the input: `config.path`. Empty for the input as a whole. */
  field: string
  /** What to do: stands beside the field. */
  message: string
  /** The same, naming the field and what was in it: stands alone. */
  sentence: string
}

const TYPE_WORDS: { [type: string]: string } = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** Puts what zod found into words. `input` is what was sent; values of secret fields are not repeated. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[], input: unknown): FieldProblem[] {
  return issues.map((issue) => {
    const field = issue.path.join('.')
    const value = valueAt(input, issue.path)
    const message = messageOf(issue, value)
    const name = field === '' ? 'The input' : field
    const shown = isSecret(field) || !isPlain(value) ? '' : ` (${JSON.stringify(value).slice(0, 120)})`
    return { field, message, sentence: `${name}${shown}: ${message}` }
  })
}

function messageOf(issue: z.core.$ZodIssue, value: unknown): string {
  // Our schemas' own sentences; zod's start like this.
  if (!/^(Invalid|Too (small|big)|Unrecognized)\b/.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return 'This is missing.'
      return `This must be ${TYPE_WORDS[issue.expected] ?? issue.expected}.`
    case 'too_small':
      if (Number(issue.minimum) === 1 && unitOf(issue.origin)) return 'This must not be empty.'
      return `This must be at least ${issue.minimum}${unitOf(issue.origin)}.`
    case 'too_big':
      return `This must be at most ${issue.maximum}${unitOf(issue.origin)}.`
    case 'invalid_value':
      if (value === undefined) return `This is missing; it is one of ${issue.values.join(', ')}.`
      return `This must be one of ${issue.values.join(', ')}.`
    case 'unrecognized_keys':
      return `There is nothing called ${issue.keys.map((key) => `“${key}”`).join(', ')} here; leave it out.`
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return issue.message
  }
}

function unitOf(origin: string): string {
  return { string: ' characters', array: ' entries', set: ' entries', file: ' bytes' }[origin] ?? ''
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  )
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function isSecret(field: string): boolean {
  return /password|secret|token|key/i.test(field)
}
