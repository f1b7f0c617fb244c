import type { Violations } from './violation.ts'

/** Checks that every text inside can be stored by PostgreSQL and that the whole survives JSON unchanged. */
export function checkStorable(value: unknown, where: string, found: Violations): void {
  found.unless(survivesJson(value), 'json survives', `${where} is not the same after JSON`)
  eachText(value, (text) => {
    found.unless(!text.includes('\0'), 'text can be stored', `${where} has a NUL: ${JSON.stringify(text)}`)
    found.unless(
      text.isWellFormed(),
      'text can be stored',
      `${where} has a lone surrogate: ${JSON.stringify(text)}`,
    )
  })
}

/** An optional field that is undefined is absent in JSON: no loss. */
function survivesJson(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every((inner) => inner !== undefined && survivesJson(inner))
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean'
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(survivesJson)
}

function eachText(value: unknown, see: (text: string) => void, seen = new Set<object>()): void {
  if (typeof value === 'string') see(value)
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  for (const [key, inner] of Object.entries(value)) {
    see(key)
    eachText(inner, see, seen)
  }
}
