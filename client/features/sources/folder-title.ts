/** What a library is called if nobody says: the last part of its folder's path. */
export function folderTitle(path: string): string {
  return (
    path
      .trim()
      .split(/[\\/]+/)
      .filter(Boolean)
      .at(-1) ?? ''
  )
}
