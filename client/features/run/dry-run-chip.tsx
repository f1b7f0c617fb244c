import type { JSX } from 'solid-js'
import { Chip } from '../../ui/chip.tsx'

/** Says of a run that it only plans. */
export const DryRunChip = (): JSX.Element => (
  <Chip tone="warn" icon="i-lucide-flask-conical">
    Dry run — nothing is written
  </Chip>
)
