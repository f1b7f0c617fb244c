/** A pattern for ILIKE that finds the text anywhere, its `%`, `_` and `\` meant as themselves. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
