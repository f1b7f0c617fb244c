import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { loaded } from '../../api/loaded.ts'
import { useUsers } from '../../api/people.ts'
import { usePerson } from '../../api/session.ts'
import { lacksRole } from '../../text/role-words.ts'
import { Card, SectionHeading } from '../../ui/card.tsx'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { FailedQuery } from '../frame/failed-query.tsx'
import { InviteCard } from './invite-card.tsx'
import { OpenInvites } from './open-invites.tsx'
import { UserLine } from './user-line.tsx'

/** Who has an account, with what role, and the links for those who will. */
export default function UsersPage(): JSX.Element {
  createDocumentTitle(() => 'Users')
  const person = usePerson()
  const reason = () => (person() ? lacksRole(person()?.role, 'admin') : undefined)
  const isAllowed = () => person() !== undefined && !reason()
  const users = useUsers(isAllowed)
  return (
    <>
      <PageHeader title="Users" />
      <div class="flex max-w-268 flex-col gap-5 px-[var(--gutter)] pb-10">
        <Show
          when={!reason()}
          fallback={
            <EmptyState icon="i-lucide-lock" sentence="Users are managed by admins." detail={reason()} />
          }
        >
          <InviteCard />
          <OpenInvites isAllowed={isAllowed()} />
          <Switch>
            <Match when={users.isLoadingError}>
              <FailedQuery what="The users could not be loaded." query={users} />
            </Match>
            <Match when={users.isPending}>
              <SkeletonRows rows={3} label="Loading the users" />
            </Match>
            <Match when={loaded(users)}>
              {(found) => (
                <Card flush>
                  <SectionHeading title="Users" inCard meta={String(found().length)} />
                  <ul aria-label="Users">
                    <For each={found().map((user) => user.userId)}>
                      {(id) => (
                        <Show when={found().find((user) => user.userId === id)}>
                          {(user) => <UserLine user={user()} isMe={person()?.id === id} />}
                        </Show>
                      )}
                    </For>
                  </ul>
                </Card>
              )}
            </Match>
          </Switch>
        </Show>
      </div>
    </>
  )
}
