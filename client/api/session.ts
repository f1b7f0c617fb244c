import { queryOptions, useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'
import { isSignedOut } from './failure.ts'
import { showToast } from '../ui/toasts.ts'
import { resumeStream } from './live.ts'
import { loaded } from './loaded.ts'
import { queryClient } from './query-client.ts'
import { expireSession, isExpired, noteSignedIn } from './session-expiry.ts'
import type { Person } from './wire.ts'

const me = queryOptions({
  queryKey: ['session', 'me'],
  queryFn: async () => {
    const person = await askWho()
    if (person) noteSignedIn()
    else expireSession()
    // A session that ends under the page leaves its person in place: the page stays, and asks to sign in again.
    return person ?? queryClient.getQueryData<Person | null>(['session', 'me']) ?? null
  },
  staleTime: 60_000,
})

/** Who is signed in; null when nobody is. */
export function useMe() {
  return useQuery(() => me)
}

async function askWho(): Promise<Person | null> {
  try {
    return (await api.session.me.query()).person
  } catch (error) {
    if (isSignedOut(error)) return null
    throw error
  }
}

/** The person who is signed in, as far as is known by now. */
export function usePerson(): () => Person | undefined {
  const asked = useMe()
  return () => loaded(asked) ?? undefined
}

/** Takes up again what waited for a sign-in: also after setup and an invite, which sign in by themselves. */
export async function goOnSignedIn(): Promise<void> {
  const isBack = isExpired()
  noteSignedIn()
  // Fetched here, so that no page is opened on the memory of nobody.
  await queryClient.fetchQuery({ ...me, staleTime: 0 })
  await queryClient.invalidateQueries(isBack ? {} : { queryKey: ['setup'] })
  if (isBack) resumeStream()
}

/** What came of trying to sign in: nothing wrong, or a sentence. */
export type SignInResult = { ok: true } | { ok: false; message: string }

/** Signs in; the session is a cookie. A wrong e-mail and a wrong password are not told apart. */
export async function signIn(email: string, password: string, stay: boolean): Promise<SignInResult> {
  const answer = await post('/api/auth/sign-in/email', { email, password, rememberMe: stay })
  if (answer === null) return { ok: false, message: 'Marquee did not answer. Is it running?' }
  if (!answer.ok) return { ok: false, message: await refusalOf(answer) }
  await goOnSignedIn()
  return { ok: true }
}

/** Signs out and starts the page anew: nothing that was loaded is left for the next person at this browser. */
export async function signOut(): Promise<void> {
  const answer = await post('/api/auth/sign-out', {})
  if (answer?.ok) location.assign('/sign-in')
  else showToast({ title: 'Signing out failed.', detail: 'Marquee did not answer. Try again.', tone: 'fail' })
}

async function post(path: string, body: unknown): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return null
  }
}

async function refusalOf(answer: Response): Promise<string> {
  if (answer.status === 401) return 'Wrong e-mail or password.'
  if (answer.status === 429) return 'Too many attempts. Wait a minute, then try again.'
  try {
    const said: unknown = await answer.json()
    const code = typeof said === 'object' && said !== null ? Reflect.get(said, 'code') : null
    const message = typeof said === 'object' && said !== null ? Reflect.get(said, 'message') : null
    if (code === 'INVALID_ORIGIN') {
      return `This address is not in MARQUEE_PUBLIC_URL. Add it: ${location.origin}`
    }
    if (code === 'INVALID_EMAIL') return 'This is not an e-mail address.'
    if (typeof message === 'string') return message
  } catch {
    // No JSON: the status says as much.
  }
  return `Signing in failed (${answer.status}).`
}
