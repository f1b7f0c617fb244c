import type { SourceKindName } from '../api/wire.ts'

/** Each kind of source, as the list and the first step of the form name it. */
export const sourceKindWords = {
  filesystem: {
    name: 'Folder on this machine',
    short: 'Folder',
    icon: 'i-lucide-folder-open',
    hint: 'Movies and shows in folders that this machine can read.',
  },
  sample: {
    name: 'Sample data',
    short: 'Sample',
    icon: 'i-lucide-sparkles',
    hint: 'Five made-up libraries with 6,999 items, to see how a run looks. Nothing of yours is touched.',
  },
} as const satisfies Record<SourceKindName, { name: string; short: string; icon: string; hint: string }>

/** The kinds in the order in which they are offered. */
export const sourceKindOrder = ['filesystem', 'sample'] as const satisfies readonly SourceKindName[]

/** The words of a kind that came from outside; one that this build does not know is told by its name. */
export function wordsOfSourceKind(kind: string): { name: string; icon: string } {
  const known = sourceKindOrder.find((one) => one === kind)
  return known ? sourceKindWords[known] : { name: kind, icon: 'i-lucide-plug' }
}
