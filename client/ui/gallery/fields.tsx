import { createSignal } from 'solid-js'
import { Checkbox } from '../checkbox.tsx'
import { PasswordField } from '../password-field.tsx'
import { RadioGroup, SegmentedControl } from '../radio-group.tsx'
import { Select } from '../select.tsx'
import { TextField } from '../text-field.tsx'
import { Part } from './part.tsx'

/** Fields, empty, filled, wrong and unavailable. */
export function Fields() {
  const [text, setText] = createSignal('')
  const [path, setPath] = createSignal('/data/horror')
  const [secret, setSecret] = createSignal('correct horse battery')
  const [kind, setKind] = createSignal<'plex' | 'folder' | ''>('')
  const [mode, setMode] = createSignal<'incremental' | 'full' | 'dry'>('incremental')
  const [level, setLevel] = createSignal<'all' | 'warn' | 'error'>('all')
  const [isOn, setOn] = createSignal(true)
  const [isSome, setSome] = createSignal(false)
  return (
    <>
      <Part name="Text, password, select" top>
        <TextField
          class="w-80"
          label="Filter"
          hideLabel
          icon="i-lucide-search"
          keys="/"
          placeholder="Filter by title, path or message"
          value={text()}
          onInput={setText}
        />
        <TextField
          class="w-60"
          label="Plex says"
          mono
          value={path()}
          onInput={setPath}
          hint="Longest prefix wins."
        />
        <TextField
          class="w-60"
          label="This server reads"
          mono
          value="/mnt/media/horor"
          onInput={setPath}
          error="This folder does not exist here."
        />
        <PasswordField
          class="w-60"
          label="Password"
          autocomplete="current-password"
          value={secret()}
          onInput={setSecret}
        />
        <Select
          class="w-60"
          label="Kind"
          placeholder="Choose a kind"
          value={kind()}
          onChange={setKind}
          choices={[
            { value: 'plex', label: 'Plex server' },
            { value: 'folder', label: 'Folder', disabledReason: 'none is allowed' },
          ]}
        />
      </Part>
      <Part name="Choices" top>
        <RadioGroup
          label="Mode"
          value={mode()}
          onChange={setMode}
          choices={[
            { value: 'incremental', label: 'Incremental', hint: 'What changed since the last success.' },
            { value: 'full', label: 'Full', hint: 'Everything, and what is gone is marked.' },
            { value: 'dry', label: 'Dry run', disabledReason: 'Needs the member role.' },
          ]}
        />
        <div class="flex flex-col gap-1">
          <Checkbox label="Force re-import" checked={isOn()} onChange={setOn} />
          <Checkbox
            label="Include specials"
            hint="Season 0, where the library has it."
            checked={isSome()}
            onChange={setSome}
          />
          <Checkbox label="Some of the libraries" checked={false} indeterminate onChange={setSome} />
          <Checkbox label="Music" checked={false} disabledReason="Not supported." onChange={setSome} />
        </div>
        <SegmentedControl
          label="Level"
          value={level()}
          onChange={setLevel}
          choices={[
            { value: 'all', label: 'All' },
            { value: 'warn', label: 'Warnings', hint: '52' },
            { value: 'error', label: 'Errors', hint: '22' },
          ]}
        />
      </Part>
    </>
  )
}
