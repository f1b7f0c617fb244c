/** Text as PostgreSQL can hold it: without NUL, lone surrogates replaced by U+FFFD, cut at `limit` characters. */
export function cleanText(text: string, limit = 4000): string {
  const whole = text.replaceAll('\0', '').toWellFormed()
  if (whole.length <= limit) return whole
  const head = whole.slice(0, limit - 1)
  // A cut through a surrogate pair leaves its first half behind.
  return `${head.isWellFormed() ? head : head.slice(0, -1)}…`
}

/** JSON as PostgreSQL can hold it: every text and field name inside cleaned; depth is the caller's promise. */
export function cleanJson<T>(value: T): T {
  const text = JSON.stringify(value)
  return text === undefined ? value : JSON.parse(text, (_name, inner: unknown) => cleanValue(inner))
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [cleanText(name), inner]))
}
