import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldProblems } from './field-problems.ts'

const zInput = z.object({
  title: z.string().min(1),
  kind: z.enum(['movie', 'show']),
  lanes: z.int().min(1).max(16).optional(),
  password: z.string().min(10, 'Use at least 10 characters.').optional(),
  config: z.strictObject({ path: z.string().startsWith('/', 'Use the full path, from / on.') }).optional(),
})

function sentences(input: unknown): string[] {
  const parsed = zInput.safeParse(input)
  return parsed.success ? [] : fieldProblems(parsed.error.issues, input).map((problem) => problem.sentence)
}

test.each([
  [{ kind: 'movie' }, 'title: This is missing.'],
  [{ title: 7, kind: 'movie' }, 'title (7): This must be text.'],
  [{ title: '', kind: 'movie' }, 'title (""): This must not be empty.'],
  [{ title: 'a' }, 'kind: This is missing; it is one of movie, show.'],
  [{ title: 'a', kind: 'film' }, 'kind ("film"): This must be one of movie, show.'],
  [{ title: 'a', kind: 'show', lanes: 99 }, 'lanes (99): This must be at most 16.'],
  [{ title: 'a', kind: 'show', lanes: 1.5 }, 'lanes (1.5): This must be a whole number.'],
  [
    { title: 'a', kind: 'show', config: { path: 'films' } },
    'config.path ("films"): Use the full path, from / on.',
  ],
  [
    { title: 'a', kind: 'show', config: { path: '/a', colour: 'red' } },
    'config: There is nothing called “colour” here; leave it out.',
  ],
])('%j is told as: %s', (input, sentence) => {
  expect(sentences(input)).toEqual([sentence])
})

test('what stands in a secret field is not repeated', () => {
  expect(sentences({ title: 'a', kind: 'show', password: 'hunter2' })).toEqual([
    'password: Use at least 10 characters.',
  ])
})

test('an input that is not there is missing as a whole', () => {
  expect(sentences(undefined)).toEqual(['The input: This is missing.'])
})
