import type { ExternalIds } from './media.ts'

/**
 * A title as it is compared: lower case, without marks, apostrophes, punctuation and leading articles ("The
 * A-Team" is "A Team"). A title of nothing but punctuation stays as it is, so that two such titles are not one.
 */
export function normalTitle(title: string): string {
  const folded = title
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:the|an?) )+(?=\S)/, '')
  return folded || title.trim().toLowerCase() || title
}

/** One way to recognise a title: an external id, or its normalised name and year. */
export interface Identity {
  namespace: string
  value: string
  year: number | null
}

/** Every identity a title can be found by, the strongest first. */
export function identitiesOf(title: { title: string; year: number | null; ids: ExternalIds }): Identity[] {
  const byId = Object.entries(title.ids)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([namespace, value]) => ({ namespace, value: String(value), year: null }))
  return [...byId, { namespace: 'title', value: normalTitle(title.title), year: title.year }]
}
