import { SOURCE_SETTINGS } from '../../contract/source-settings.ts'
import { SourceFailure, type SourceLibrary } from '../source.ts'
import { FIVE_SETS } from './five-sets.ts'
import { GENERATED_LIMIT, generatedSet } from './generated-set.ts'
import type { SampleSet } from './sample-set.ts'

const made = new Map<string, SampleSet>()

/** What the library holds; the five sets are made once a process. Throws `SourceFailure` for an unknown set. */
export function findSet(library: SourceLibrary): SampleSet {
  const config = SOURCE_SETTINGS.sample.library.safeParse(library.config)
  const name = config.success ? config.data.set : ''
  const make = Object.hasOwn(FIVE_SETS, name) ? FIVE_SETS[name] : undefined
  const set = made.get(name) ?? make?.() ?? generatedSet(name)
  if (!set) {
    throw new SourceFailure(
      'source_misconfigured',
      `The sample source has no set “${name}”. It has ${Object.keys(FIVE_SETS).join(', ')}, and ` +
        `generated:movies:<n> and generated:shows:<n> up to ${GENERATED_LIMIT.toLocaleString('en')}.`,
      { evidence: { field: 'set', value: name } },
    )
  }
  if (make) made.set(name, set)
  return set
}
