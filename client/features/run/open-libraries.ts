/** The libraries that `?open=` names; what is no number is left alone. */
export function openLibraries(open: string | string[] | undefined): Set<number> {
  const words = open === undefined ? [] : Array.isArray(open) ? open : [open]
  return new Set(words.map(Number).filter(Number.isSafeInteger))
}

/** The same with one library opened or closed, as the URL wants it. */
export function withLibrary(open: ReadonlySet<number>, libraryId: number, isOpen: boolean): number[] {
  const next = new Set(open)
  if (isOpen) next.add(libraryId)
  else next.delete(libraryId)
  return [...next]
}
