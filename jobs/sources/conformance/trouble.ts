import type { Entry } from '../../../db/domain/entry.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { isTroubleCode } from '../../../db/domain/trouble-codes.ts'
import { checkStorable } from './storable.ts'
import type { Violations } from './violation.ts'

/**
 * Checks that trouble has a code of the catalogue and a detail that a person can act on: a sentence that names
 * something of this entry or its evidence, or a figure; "Error" or the code again is not one.
 */
export function checkTrouble(trouble: Trouble, about: Entry | null, found: Violations): void {
  const where = `trouble ${trouble.code} of ${about?.key ?? 'a check'}`
  found.unless(isTroubleCode(trouble.code), 'trouble is in the catalogue', `${where} is not in the catalogue`)
  found.unless(
    isSpecific(trouble, about),
    'trouble says what',
    `${where} only says ${JSON.stringify(trouble.detail)}`,
  )
  checkStorable(trouble.detail, `${where}: detail`, found)
  checkStorable(trouble.evidence, `${where}: evidence`, found)
}

function isSpecific(trouble: Trouble, about: Entry | null): boolean {
  const detail = trouble.detail.trim().toLowerCase()
  if (detail.length < 10 || !detail.includes(' ') || detail === trouble.code.replaceAll('_', ' '))
    return false
  if (/[\d/\\“"]/.test(detail)) return true
  const known = [about?.label, about?.path, about?.key, about?.show?.title, JSON.stringify(trouble.evidence)]
  return known.some((text) => wordsOf(text ?? '').some((word) => detail.includes(word)))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
}
