import { createSignal, Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { useChangeUser, useRemoveUser } from '../../api/people.ts'
import type { Role, UserView } from '../../api/wire.ts'
import { formatDay } from '../../text/format.ts'
import { roleOrder, roleWords } from '../../text/role-words.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Select } from '../../ui/select.tsx'
import { showToast } from '../../ui/toasts.ts'
import { ConfirmRemoval } from '../sources/confirm-removal.tsx'

/** One account: its role can be changed, and it can be removed, but not by its owner. */
export function UserLine(props: { user: UserView; isMe: boolean }): JSX.Element {
  const change = useChangeUser()
  const remove = useRemoveUser()
  const [isRemoving, setRemoving] = createSignal(false)
  const turn = (role: Role) =>
    change.mutate(
      { userId: props.user.userId, role },
      {
        onError: (error) =>
          showToast({ title: 'The role was not changed.', detail: failureOf(error).message, tone: 'fail' }),
      },
    )
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5 last:border-b-0">
      <div class="min-w-0 flex-[1_1_200px]">
        <p class="text-body font-semibold">
          {props.user.name}
          <Show when={props.isMe}>
            <Chip class="ml-2">You</Chip>
          </Show>
        </p>
        <p class="truncate text-table text-fg-2">
          {props.user.email} <span class="text-fg-3">· since {formatDay(props.user.createdAt)}</span>
        </p>
      </div>
      <Select<Role>
        label={`Role of ${props.user.name}`}
        hideLabel
        class="w-32"
        value={props.user.role}
        choices={roleOrder.map((role) => ({ value: role, label: roleWords[role].name }))}
        onChange={turn}
      />
      <Button
        variant="ghost"
        icon="i-lucide-trash-2"
        label={`Remove ${props.user.name}…`}
        disabledReason={props.isMe ? 'Another admin can remove you' : undefined}
        onClick={() => setRemoving(true)}
      />
      <ConfirmRemoval
        open={isRemoving()}
        onClose={() => setRemoving(false)}
        title={`Remove ${props.user.name}?`}
        verb="Remove user"
        remove={remove}
        what={props.user.userId}
      >
        They are signed out everywhere and can’t sign in any more. Runs keep their name.
      </ConfirmRemoval>
    </li>
  )
}
