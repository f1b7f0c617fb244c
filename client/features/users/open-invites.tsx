import { For, Show, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { loaded } from '../../api/loaded.ts'
import { useInvites, useRevokeInvite } from '../../api/people.ts'
import { formatDay } from '../../text/format.ts'
import { roleWords } from '../../text/role-words.ts'
import { Button } from '../../ui/button.tsx'
import { Card, SectionHeading } from '../../ui/card.tsx'
import { showToast } from '../../ui/toasts.ts'

/** The links that still work; nothing is shown while there are none. */
export function OpenInvites(props: { isAllowed: boolean }): JSX.Element {
  const invites = useInvites(() => props.isAllowed)
  const revoke = useRevokeInvite()
  const open = () => loaded(invites)?.filter((invite) => invite.state === 'open') ?? []
  const take = (inviteId: number) =>
    revoke.mutate(inviteId, {
      onError: (error) =>
        showToast({ title: 'The link still works.', detail: failureOf(error).message, tone: 'fail' }),
    })
  return (
    <Show when={open().length > 0}>
      <Card flush>
        <SectionHeading title="Open invites" inCard meta={String(open().length)} />
        <ul aria-label="Open invites">
          <For each={open()}>
            {(invite) => (
              <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 last:border-b-0">
                <p class="min-w-0 flex-[1_1_200px] text-table">
                  <b>{invite.note ?? 'No name given'}</b> as {roleWords[invite.role].asOne}
                  <span class="block text-fg-3">
                    by {invite.createdByName} · works until {formatDay(invite.expiresAt)}
                  </span>
                </p>
                <Button size="small" onClick={() => take(invite.inviteId)}>
                  Revoke
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Card>
    </Show>
  )
}
