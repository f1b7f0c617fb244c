import type { CheckReport } from '../source.ts'
import { neverAborted, type OpenFixture, withFixture } from './fixture.ts'
import { checkTrouble } from './trouble.ts'
import { type Violation, Violations } from './violation.ts'

/** How the answers of the source's checks break the contract; the fixture's world is one that can be listed. */
export async function checkingViolations(open: OpenFixture): Promise<Violation[]> {
  const found = new Violations()
  await withFixture(open, neverAborted(), async ({ source, library }) => {
    checkReport('check', await source.check(), found)
    checkReport('checkLibrary', await source.checkLibrary(library), found)
  })
  return found.list
}

function checkReport(what: string, report: CheckReport, found: Violations): void {
  if (report.ok) {
    found.unless(report.note.trim() !== '', 'check says something', `${what} is fine without a note`)
    return
  }
  checkTrouble(report.trouble, null, found)
  found.add('check says something', `${what} has trouble with a sound world: ${report.trouble.detail}`)
}
