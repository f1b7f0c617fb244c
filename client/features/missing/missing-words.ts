import type { LibraryView } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'

/** What a library asks about when much of it is gone at once. */
export type MissingQuestion = NonNullable<LibraryView['needsAnswer']>

/** What is gone, in one sentence: "10 of 20 known items of Films are gone." */
export function missingWords(title: string, question: MissingQuestion): string {
  const { missing, known, folder } = question
  const of = `${formatCount(missing)} of ${formatCount(known)} known items of ${title}`
  const are = missing === 1 ? 'is' : 'are'
  return folder === undefined ? `${of} ${are} gone.` : `${of} ${are} gone, with all of “${folder}”.`
}
