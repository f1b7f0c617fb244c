import { DrizzleQueryError } from 'drizzle-orm'

/** An error as the log may have it: a failed query without its parameters, among which are tokens and passwords. */
export function loggable(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error
  const { query, cause } = error
  return Object.assign(new Error(cause?.message ?? 'a query failed'), {
    query,
    code: cause && 'code' in cause ? cause.code : undefined,
    stack: error.stack?.slice(error.stack.indexOf('\n    at ')),
  })
}
