import type { Logger } from 'pino'
import { z } from 'zod'
import type { Db } from '../../db/connect.ts'
import type { Person } from './person.ts'
import type { SessionAuth } from './session-auth.ts'
import { createSessionAuth } from './session-auth.ts'

/** Sessions: who is asking, and the cookies that make it so. */
export interface Door {
  /** The person of the session cookie, and cookies to send back (a session that is used lives on). */
  personOf(headers: Headers): Promise<{ person: Person | null; cookies: string[] }>
  /** The same without renewing the session: for whoever can't send cookies back. */
  lookAt(headers: Headers): Promise<Person | null>
  /** Opens a session; answers its cookies. Throws when the password is wrong: check before. */
  open(secure: boolean, who: { email: string; password: string }): Promise<string[]>
  /** Ends the session of the cookie; answers the cookies that clear it. */
  close(headers: Headers): Promise<string[]>
  /** Hands a request under /api/auth to better-auth. */
  handle(request: Request, secure: boolean): Promise<Response>
}

const zPerson = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['viewer', 'member', 'admin']),
})

/** Two sets of cookies, for plain HTTP and for HTTPS: a browser drops `Secure` ones on plain HTTP. */
export function createDoor(options: { db: Db; secret: string; log: Logger }): Door {
  const plain = createSessionAuth({ ...options, secure: false })
  const secured = createSessionAuth({ ...options, secure: true })
  const byCookie = (headers: Headers): SessionAuth =>
    headers.get('cookie')?.includes('__Secure-marquee.session_token=') ? secured : plain
  const find = async (headers: Headers, disableRefresh: boolean) => {
    if (!headers.get('cookie')?.includes('marquee.session_token=')) return { person: null, cookies: [] }
    const { api } = byCookie(headers)
    const found = await api.getSession({ headers, query: { disableRefresh }, returnHeaders: true })
    const person = found.response ? zPerson.parse(found.response.user) : null
    return { person, cookies: found.headers.getSetCookie() }
  }
  return {
    personOf: (headers) => find(headers, false),
    lookAt: async (headers) => (await find(headers, true)).person,
    async open(secure, who) {
      const auth = secure ? secured : plain
      const opened = await auth.api.signInEmail({ body: { ...who, rememberMe: true }, returnHeaders: true })
      return opened.headers.getSetCookie()
    },
    async close(headers) {
      const closed = await byCookie(headers).api.signOut({ headers, returnHeaders: true })
      return closed.headers.getSetCookie()
    },
    handle: (request, secure) => (secure ? secured : plain).handler(request),
  }
}
