/** PostgreSQL's text of a moment (`2026-11-21 03:30:42.1+00`) as the ISO string that the product speaks. */
export function isoTime(moment: string): string {
  return new Date(moment).toISOString()
}

/** The same where there may be no moment yet. */
export function isoTimeOrNull(moment: string | null): string | null {
  return moment === null ? null : isoTime(moment)
}
