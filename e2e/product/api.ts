import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client'
import type { AppRouter } from '../../server/types.ts'
import type { Account } from './account.ts'

/** The product as a script sees it, signed in as somebody. */
export interface Api {
  call: TRPCClient<AppRouter>
  cookie: string
}

/** Signs in by HTTP and returns every procedure, with its types. */
export async function signInToApi(url: string, { email, password }: Account): Promise<Api> {
  const reply = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!reply.ok) throw new Error(`${email} could not sign in: ${reply.status} ${await reply.text()}`)
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.slice(0, line.indexOf(';')))
    .join('; ')
  return {
    cookie,
    call: createTRPCClient<AppRouter>({
      links: [httpLink({ url: `${url}/trpc`, headers: { cookie } })],
    }),
  }
}
