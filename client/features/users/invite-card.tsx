import { createSignal, Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { useCreateInvite } from '../../api/people.ts'
import type { Role } from '../../api/wire.ts'
import { formatDateTime } from '../../text/format.ts'
import { roleOrder, roleWords } from '../../text/role-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Makes a link with which one person makes an account; the link is shown once. */
export function InviteCard(): JSX.Element {
  const create = useCreateInvite()
  const [role, setRole] = createSignal<Role>('member')
  const [note, setNote] = createSignal('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (create.isPending) return
    create.mutate(
      { role: role(), ...(note().trim() ? { note: note().trim() } : {}) },
      { onSuccess: () => setNote('') },
    )
  }
  return (
    <Card>
      <h2 class="text-lead">Invite somebody</h2>
      <p class="text-table text-fg-2">A link lets one person make an account. Send it any way you like.</p>
      <form class="mt-4 flex flex-wrap items-end gap-3" onSubmit={submit} novalidate>
        <Select<Role>
          label="Role"
          class="w-36"
          value={role()}
          choices={roleOrder.map((one) => ({ value: one, label: roleWords[one].name }))}
          onChange={setRole}
        />
        <TextField
          class="flex-[1_1_180px]"
          label="For whom (optional)"
          value={note()}
          onInput={setNote}
          maxlength={100}
        />
        <Button type="submit" variant="primary" icon="i-lucide-link" busy={create.isPending}>
          Make a link
        </Button>
      </form>
      <p class="mt-2 text-meta text-fg-3">{roleWords[role()].hint}</p>
      <p role="alert" class="mt-2 text-table text-fail empty:hidden">
        {create.isError ? failureOf(create.error).message : undefined}
      </p>
      <Show when={create.data}>
        {(made) => (
          <div class="mt-4 rounded-group border border-line bg-sunken p-3" role="status">
            <Field
              label="Invite link"
              hint={`Shown only now. It works once, until ${formatDateTime(made().expiresAt)}.`}
            >
              {(control) => (
                <div class="flex gap-2">
                  <div class="ui-input flex-1" data-mono="">
                    <input
                      {...control}
                      readonly
                      value={inviteUrl(made())}
                      onFocus={(event) => event.currentTarget.select()}
                    />
                  </div>
                  <CopyButton label="Copy link" text={inviteUrl(made())}>
                    Copy
                  </CopyButton>
                </div>
              )}
            </Field>
          </div>
        )}
      </Show>
    </Card>
  )
}

const inviteUrl = (made: { path: string }) => location.origin + made.path
