import type { Stack } from './stack-files.ts'

const height = /(?<![a-z0-9])(\d{3,4})[pi](?![a-z])|(?<![a-z0-9])(4k|uhd)(?![a-z0-9])/i

/** Orders versions of one work: the plainly named first, then by picture height, then by name. */
export function orderVersions(versions: { stack: Stack; rest: string }[]): Stack[] {
  return versions
    .toSorted(
      (a, b) =>
        Number(b.rest === '') - Number(a.rest === '') ||
        heightOf(b.rest) - heightOf(a.rest) ||
        (a.rest < b.rest ? -1 : a.rest > b.rest ? 1 : 0),
    )
    .map(({ stack }) => stack)
}

function heightOf(rest: string): number {
  const found = height.exec(rest)
  if (!found) return 0
  return found[2] ? 2160 : Number(found[1])
}
