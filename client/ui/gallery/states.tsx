import { For } from 'solid-js'
import { Chip, FilterChip } from '../chip.tsx'
import { StatusChip, StatusIcon } from '../status-icon.tsx'
import { statuses, type Status } from '../statuses.ts'
import { Part } from './part.tsx'

const all = Object.keys(statuses).filter((key): key is Status => key in statuses)

/** Statuses as shape and word, and chips. */
export function States() {
  return (
    <>
      <Part name="Statuses">
        <For each={all}>{(status) => <StatusIcon status={status} class="w-44 text-table" />}</For>
      </Part>
      <Part name="Status chips">
        <For each={all}>{(status) => <StatusChip status={status} />}</For>
      </Part>
      <Part name="Chips">
        <Chip tone="fail" icon="i-lucide-circle-alert" href="#failed" label="14 failed in Horror Movies">
          14
        </Chip>
        <Chip tone="warn" icon="i-lucide-triangle-alert">
          1 root unmapped
        </Chip>
        <Chip>dry run</Chip>
        <Chip tone="ok">mapped</Chip>
        <FilterChip name="Library" value="Horror Movies" onRemove={() => {}} />
        <FilterChip name="Code" value="file_gone" invalid="no such code" onRemove={() => {}} />
      </Part>
    </>
  )
}
