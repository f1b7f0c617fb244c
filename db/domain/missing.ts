/** How much of a library may be gone at once before a person is asked: a mount that is offline looks the same. */
export const MISSING_LIMITS = { share: 0.2, atLeast: 5, number: 500 } as const

/** How many of a library's known keys a listing did not see, in all and by top-level folder. */
export interface MissingCount {
  known: number
  missing: number
  folders: { folder: string; known: number; missing: number }[]
}

/** Why a person must be asked before anything is marked as missing; null when it may be marked. Pure. */
export function whyAsk(count: MissingCount): { why: 'share' | 'number' | 'folder'; folder?: string } | null {
  const { share, atLeast, number } = MISSING_LIMITS
  if (count.missing > number) return { why: 'number' }
  if (count.missing >= atLeast && count.missing > count.known * share) return { why: 'share' }
  const whole = count.folders.find((one) => one.missing === one.known && one.known >= atLeast)
  return whole ? { why: 'folder', folder: whole.folder } : null
}
