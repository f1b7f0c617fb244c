import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, Match, on, Suspense, Switch, type JSX } from 'solid-js'
import { batches, live, retryStream, streamNow, watchLive } from '../../api/live.ts'
import { loaded } from '../../api/loaded.ts'
import { signOut, useMe } from '../../api/session.ts'
import { useSetupStatus } from '../../api/setup.ts'
import { navItems } from '../../shell/nav-items.ts'
import type { StreamState } from '../../shell/shell-data.ts'
import { Shell } from '../../shell/shell.tsx'
import { roleWords } from '../../text/role-words.ts'
import { setTheme, theme } from '../../ui/theme.ts'
import { SignInAgain } from '../session/sign-in-again.tsx'
import { FailedQuery } from './failed-query.tsx'
import { liveRunCount } from './live-run-count.ts'
import { OutdatedBanner } from './outdated-banner.tsx'
import { PageSkeleton } from './page-skeleton.tsx'
import { watchRunEnds } from './run-ends.ts'

/** The frame of every page for somebody who is signed in; others are sent to sign in and come back. */
export function SignedInFrame(props: { children?: JSX.Element }): JSX.Element {
  const me = useMe()
  const setup = useSetupStatus()
  const navigate = useNavigate()
  const location = useLocation()

  createEffect(() => {
    if (loaded(me) !== null || me.isFetching) return
    const status = loaded(setup)
    if (!status) return
    const next = encodeURIComponent(location.pathname + location.search)
    navigate(status.needed ? '/setup' : `/sign-in?next=${next}`, { replace: true })
  })

  return (
    <Switch fallback={<PageSkeleton />}>
      <Match when={me.isLoadingError}>
        <main class="mx-auto max-w-160 p-6">
          <FailedQuery what="Marquee could not be reached." query={me} />
        </main>
      </Match>
      <Match when={loaded(me)}>
        {(person) => {
          watchLive(() => 'runs')
          watchRunEnds(() => location.pathname)
          return (
            <Shell
              nav={navItems(location.pathname, { '/runs': liveRunCount(live.runs) })}
              stream={shownStream()}
              user={{ ...person(), role: roleWords[person().role].name }}
              theme={theme()}
              onTheme={setTheme}
              onSignOut={() => void signOut()}
            >
              <OutdatedBanner />
              <SignInAgain email={person().email} />
              <FocusOnNewPage pathname={location.pathname} />
              <Suspense fallback={<PageSkeleton />}>{props.children}</Suspense>
            </Shell>
          )
        }}
      </Match>
    </Switch>
  )
}

function shownStream(): StreamState {
  const view = streamNow()
  switch (view.kind) {
    case 'live':
      return { kind: 'live', batches: batches() }
    case 'offline':
      return { kind: 'offline', since: new Date(view.sinceMs).toISOString(), onRetry: retryStream }
    case 'reconnecting':
    case 'expired':
      return { kind: 'reconnecting', seconds: view.seconds }
  }
}

/** Moves the focus to the page when another one is opened, so that the keyboard goes on from its top. */
function FocusOnNewPage(props: { pathname: string }): JSX.Element {
  const place = () => props.pathname.split('/').slice(0, 3).join('/')
  createEffect(
    on(place, () => document.getElementById('main')?.focus({ preventScroll: true }), { defer: true }),
  )
  return null
}
