import { createSignal, type JSX } from 'solid-js'
import type { StartRequest } from '../../api/start-run.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { startModes, type StartMode } from './start-modes.ts'

/** What may be said beside the mode; chosen anew for every run. */
export type StartExtras = Pick<StartRequest, 'kinds' | 'force'>

/** How the run is to go: its mode, and behind a disclosure what few runs need. */
export function StartOptions(props: {
  mode: StartMode
  onMode: (mode: StartMode) => void
  extras: StartExtras
  onExtras: (extras: StartExtras) => void
}): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  const kind = (): Kind => (props.extras.kinds?.length === 1 ? props.extras.kinds[0]! : 'all')
  const summary = () => {
    const said = [
      kind() === 'all' ? [] : [kind() === 'movie' ? 'movies only' : 'episodes only'],
      props.extras.force ? ['import again'] : [],
    ].flat()
    return said.length > 0 ? `Options: ${said.join(', ')}` : 'Options'
  }
  return (
    <div class="flex flex-col gap-2 border-b border-line px-4 py-3">
      <RadioGroup<StartMode>
        label="Mode"
        hideLabel
        class="md:grid! md:grid-cols-3 gap-x-6! gap-y-2!"
        value={props.mode}
        choices={startModes}
        onChange={(mode) => props.onMode(mode)}
      />
      <details open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="inline-flex min-h-6 cursor-pointer items-center gap-1 text-table text-fg-2">
          <span class={isOpen() ? 'i-lucide-chevron-down' : 'i-lucide-chevron-right'} />
          {summary()}
        </summary>
        <div class="mt-2 grid gap-x-6 gap-y-3 md:grid-cols-3">
          <RadioGroup<Kind>
            label="Only these"
            value={kind()}
            choices={kinds}
            onChange={(chosen) =>
              props.onExtras({ ...props.extras, kinds: chosen === 'all' ? undefined : [chosen] })
            }
          />
          <Checkbox
            label="Import again what is there"
            hint="Reads and writes every item anew, also those that have not changed."
            checked={props.extras.force ?? false}
            onChange={(force) => props.onExtras({ ...props.extras, force: force || undefined })}
          />
        </div>
      </details>
    </div>
  )
}

type Kind = 'all' | 'movie' | 'episode'

const kinds = [
  { value: 'all', label: 'Movies and episodes' },
  { value: 'movie', label: 'Movies' },
  { value: 'episode', label: 'Episodes' },
] as const satisfies readonly { value: Kind; label: string }[]
