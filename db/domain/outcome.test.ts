import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ENTRY_STATUSES, outcomeOf } from './outcome.ts'
import { isTroubleCode, TROUBLE, type TroubleCode } from './trouble-codes.ts'

const codes = Object.keys(TROUBLE).filter((code): code is TroubleCode => isTroubleCode(code))

test('trouble becomes the outcome that its code means, with its detail and evidence', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.string(), (code, detail) => {
      const outcome = outcomeOf({ code, detail, evidence: { errno: 'EIO' } })
      expect(outcome).toEqual({ status: TROUBLE[code].as, code, detail, evidence: { errno: 'EIO' } })
      expect(ENTRY_STATUSES).toContain(outcome.status)
    }),
  )
})

test('what every object has is not a code', () => {
  for (const name of ['constructor', 'toString', '__proto__', '']) expect(isTroubleCode(name)).toBe(false)
})
