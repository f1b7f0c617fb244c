import { z } from 'zod'

/** An e-mail address as accounts are found by: trimmed, in lower case. */
export const zEmail = z.string().trim().toLowerCase().max(254).pipe(z.email('Write it like ana@example.com.'))

/** A new password. */
export const zPassword = z
  .string()
  .min(8, 'Use at least 8 characters; a few words are easier to remember than symbols.')
  .max(128, 'Use at most 128 characters.')

/** A person's name as others see it. */
export const zPersonName = z.string().trim().min(1, 'Say what others should call you.').max(80)
