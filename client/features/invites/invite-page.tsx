import { useNavigate, useParams } from '@solidjs/router'
import { Match, Switch, type JSX } from 'solid-js'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { loaded } from '../../api/loaded.ts'
import { useInvite } from '../../api/people.ts'
import { goOnSignedIn } from '../../api/session.ts'
import { roleWords } from '../../text/role-words.ts'
import { LinkButton } from '../../ui/button.tsx'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { AccountFields } from '../session/account-fields.tsx'
import { createAccountForm } from '../session/account-form.ts'
import { DoorFrame } from '../session/door-frame.tsx'

/** Where an invited person makes an account. */
export default function InvitePage(): JSX.Element {
  createDocumentTitle(() => 'Invitation')
  const params = useParams()
  const token = () => params['token'] ?? ''
  const invite = useInvite(token)
  return (
    <Switch>
      <Match when={invite.isLoadingError}>
        <DoorFrame title="This link does not work" lead={failureOf(invite.error).message}>
          <p class="mb-4 text-table text-fg-2">Ask the person who sent it for a new one.</p>
          <LinkButton href="/sign-in">Sign in instead</LinkButton>
        </DoorFrame>
      </Match>
      <Match when={loaded(invite)}>
        {(found) => (
          <DoorFrame
            title="You are invited"
            lead={`${found().invitedBy} invites you as ${roleWords[found().role].asOne}. ${roleWords[found().role].hint}`}
          >
            <AcceptForm token={token()} />
          </DoorFrame>
        )}
      </Match>
    </Switch>
  )
}

function AcceptForm(props: { token: string }): JSX.Element {
  const navigate = useNavigate()
  const form = createAccountForm({
    isTokenNeeded: () => false,
    send: async ({ name, email, password }) => {
      await api.invites.accept.mutate({ token: props.token, name, email, password })
      await goOnSignedIn()
      navigate('/', { replace: true })
    },
  })
  return <AccountFields form={form} isTokenNeeded={false} />
}
