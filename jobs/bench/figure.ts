/** One figure of a benchmark, as `npm run bench` prints it: a JSON line. */
export interface Figure {
  bench: string
  figure: string
  value: number
  unit: string
  /** What a ratio is measured against. */
  of?: string
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** A value with three significant digits: more would claim more than was measured. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
