import { z } from 'zod'

/** One of the values, or a list of them; answers a list. Anything else is refused with the values that there are. */
export function zOneOrMany<const Values extends readonly [string, ...string[]]>(
  name: string,
  values: Values,
) {
  const one = z.enum(values)
  return oneOrMany(one, name, `Use one of: ${values.join(', ')}.`)
}

/** An id or number, or a list of them, also spelt as text as in a URL; answers a list of numbers. */
export function zIdOrMany(name: string) {
  const one = z.union([
    z.int().min(0).max(2_147_483_647),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  return oneOrMany(one, name, 'Use a whole number.')
}

/** A text, or a list of texts; answers a list. */
export function zTextOrMany(name: string) {
  return oneOrMany(z.string().min(1).max(2000), name, 'Use a text of at most 2,000 characters.')
}

/** What a search box holds; blank is no search. */
export const zText = z
  .string('The search text must be text.')
  .max(500, 'The search text is longer than 500 characters.')
  .transform((text) => text.replaceAll('\0', '').trim() || undefined)
  .optional()

function oneOrMany<Item extends z.ZodType>(one: Item, name: string, advice: string) {
  const many = z
    .array(one)
    .min(1, `${name}: choose at least one value, or leave it out.`)
    .max(1000, `${name}: at most 1,000 values.`)
  const refused = (input: unknown) =>
    `${name}: ${JSON.stringify(input)?.slice(0, 100)} is not possible. ${advice}`
  return z
    .union([one.transform((item) => [item]), many], { error: (issue) => refused(issue.input) })
    .optional()
}
