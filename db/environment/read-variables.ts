import type { z } from 'zod'
import { StartRefused } from '../start-refused.ts'

/** One environment variable: how its text is read, what a good one looks like, and whether it may be shown. */
export type Variable<Value = unknown> = {
  read: z.ZodType<Value, string | undefined>
  example: string
  isSecret?: boolean
}

/** What the variables of a program read as. */
export type ValuesOf<Variables extends Record<string, Variable>> = {
  [Name in keyof Variables]: z.output<Variables[Name]['read']>
}

/** The environment as a program is given it. */
export type Environment = Record<string, string | undefined>

/** Reads a program's variables; refuses to start with every fault at once, each with an example. Empty is unset. */
export function readVariables<Variables extends Record<string, Variable>>(
  variables: Variables,
  environment: Environment,
): ValuesOf<Variables> {
  const values: Record<string, unknown> = {}
  const faults: string[] = []
  for (const [name, { read, example, isSecret }] of Object.entries(variables)) {
    const text = environment[name]?.trim() || undefined
    const result = read.safeParse(text)
    if (result.success) {
      values[name] = result.data
      continue
    }
    const given =
      text === undefined ? '' : isSecret ? ' (its value is not shown)' : ` (it is ${JSON.stringify(text)})`
    const fault = result.error.issues.map((issue) => issue.message).join('; ')
    faults.push(`  ${name}: ${fault}${given}. Example: ${name}=${example}`)
  }
  if (faults.length > 0) throw new StartRefused(['The settings are not right:', ...faults].join('\n'))
  return values as ValuesOf<Variables>
}
