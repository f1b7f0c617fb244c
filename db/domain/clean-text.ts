/** Text as PostgreSQL can hold it: without NUL, lone surrogates replaced by U+FFFD, cut at `limit` characters. */
export function cleanText(text: string, limit = 4000): string {
  const whole = text.replaceAll('\0', '').toWellFormed()
  return whole.length <= limit ? whole : `${whole.slice(0, limit - 1).toWellFormed()}…`
}

/** JSON as PostgreSQL can hold it: every string inside cleaned; depth is the caller's promise. */
export function cleanJson<T>(value: T): T {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? cleanText(inner) : inner,
  )
  return JSON.parse(text)
}
