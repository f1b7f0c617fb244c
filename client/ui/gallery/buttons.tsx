import { createSignal } from 'solid-js'
import { Button, LinkButton } from '../button.tsx'
import { CopyButton } from '../copy-button.tsx'
import { Kbd } from '../kbd.tsx'
import { Tooltip } from '../tooltip.tsx'
import { Part } from './part.tsx'

/** Buttons in every variant, size and state. */
export function Buttons() {
  const [isBusy, setBusy] = createSignal(false)
  return (
    <>
      <Part name="Buttons">
        <Button variant="primary" icon="i-lucide-play" keys="N">
          Start ingest
        </Button>
        <Button icon="i-lucide-pause">Pause</Button>
        <Button>Cancel…</Button>
        <Button variant="ghost">Keep running</Button>
        <Button variant="danger">Cancel run</Button>
        <Button icon="i-lucide-link" label="Copy link to this view" />
        <Button icon="i-lucide-ellipsis" label="More" />
        <LinkButton href="/ui-gallery" icon="i-lucide-download">
          Export 22 as CSV
        </LinkButton>
        <CopyButton text="copied text" label="Copy link" />
      </Part>
      <Part name="Small">
        <Button size="small" variant="primary">
          Try again
        </Button>
        <Button size="small" icon="i-lucide-rotate-cw">
          Check
        </Button>
        <Button size="small" variant="ghost">
          Clear
        </Button>
        <Button size="small" icon="i-lucide-x" label="Close" />
        <CopyButton size="small" text="copied text" label="Copy details">
          Copy details
        </CopyButton>
      </Part>
      <Part name="Busy and unavailable">
        <Button variant="primary" icon="i-lucide-play" busy={isBusy()} onClick={() => setBusy(true)}>
          Press to be busy
        </Button>
        <Button busy>Pausing</Button>
        <Button variant="primary" disabledReason="Needs the member role.">
          Retry 22 failed
        </Button>
        <Button icon="i-lucide-pause" disabledReason="Pausing, finishing 25 items.">
          Pause
        </Button>
        <Button variant="danger" disabledReason="Needs the admin role.">
          Remove source
        </Button>
        <Button variant="ghost" disabledReason="Nothing is selected.">
          Export
        </Button>
        <Button icon="i-lucide-trash-2" label="Remove" disabledReason="Needs the admin role." />
      </Part>
      <Part name="Tooltip and keys">
        <Tooltip text="Plex keeps this file at /data/horror, which no mapping covers.">
          <a href="#tooltip">Hover or focus me</a>
        </Tooltip>
        <Kbd>⌘K</Kbd>
        <Kbd>⇧R</Kbd>
        <Kbd>/</Kbd>
      </Part>
    </>
  )
}
