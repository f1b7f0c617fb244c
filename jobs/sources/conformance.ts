import { describe, expect, test } from 'vitest'
import { checkingViolations } from './conformance/checking.ts'
import type { OpenFixture } from './conformance/fixture.ts'
import { listingViolations } from './conformance/listing.ts'
import { readingViolations, strangerViolations } from './conformance/reading.ts'
import { closingViolations, stoppingViolations } from './conformance/stopping.ts'

export type { OpenFixture, SourceFixture } from './conformance/fixture.ts'

/**
 * Registers the suite that every kind of source passes. `make` opens the source anew on the same small world,
 * with the given signal in its context, and is called several times.
 */
export function testSource(name: string, make: OpenFixture): void {
  describe(`${name} keeps the contract of a source`, () => {
    test('lists every thing once, the same each time, in texts and numbers that can be stored', async () => {
      expect(await listingViolations(make)).toEqual([])
    })
    test('gives each entry exactly one reading: a whole draft, or trouble that says what', async () => {
      expect(await readingViolations(make)).toEqual([])
    })
    test('takes an entry that is gone or of an older version as a reading, not as a throw', async () => {
      expect(await strangerViolations(make)).toEqual([])
    })
    test('stops when its signal aborts, without calling that trouble', async () => {
      expect(await stoppingViolations(make)).toEqual([])
    })
    test('closes without harm, twice and half-way', async () => {
      expect(await closingViolations(make)).toEqual([])
    })
    test('says of a sound world that it is sound', async () => {
      expect(await checkingViolations(make)).toEqual([])
    })
  })
}
