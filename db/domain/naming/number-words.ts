const words: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const roman: Record<string, number> = { i: 1, v: 5, x: 10 }

/** The number that a part is counted by, in digits, Roman digits or English words; null if it is none. */
export function readCount(text: string): number | null {
  const lower = text.toLowerCase()
  if (/^\d{1,4}$/.test(lower)) return Number(lower)
  if (words[lower] !== undefined) return words[lower]
  if (!/^(?:x{0,3})(?:ix|iv|v?i{0,3})$/.test(lower) || lower === '') return null
  let sum = 0
  for (let at = 0; at < lower.length; at++) {
    const value = roman[lower[at] ?? ''] ?? 0
    sum += value < (roman[lower[at + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

/** All whole numbers from first to last, or null where the span is backwards or beyond any season. */
export function span(first: number, last: number): number[] | null {
  if (last < first || last - first > 500) return null
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}
