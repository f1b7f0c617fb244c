import type { Context as HonoContext } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Attempts } from './attempts.ts'
import { zEmail } from './credentials.ts'
import type { Door } from './door.ts'
import type { Visit } from './visit.ts'

/** What of better-auth is open; everything else is 404. */
const OPEN = ['POST /sign-in/email', 'POST /sign-out', 'GET /get-session', 'POST /change-password']

/** Our sentences for better-auth's codes; the status and the code stay as they are. */
const SENTENCES: { [code: string]: string } = {
  INVALID_EMAIL_OR_PASSWORD: 'Wrong e-mail or password.',
  INVALID_EMAIL: 'Write the e-mail address like ana@example.com.',
  INVALID_PASSWORD: 'This is not your password.',
  PASSWORD_TOO_SHORT: 'Use at least 8 characters; a few words are easier to remember than symbols.',
  PASSWORD_TOO_LONG: 'Use at most 128 characters.',
  UNAUTHORIZED: 'Sign in first.',
}

const zSignIn = z.object({ email: zEmail, password: z.string(), rememberMe: z.boolean().default(true) })

/** Wrong passwords of one account from one address, and of one account from anywhere. */
export interface SignInLimits {
  ofVisitor: Attempts
  ofAccount: Attempts
}

/** `/api/auth`: better-auth behind our own rules for addresses and wrong passwords, in our own words. */
export function authRoutes(parts: {
  door: Door
  limits: SignInLimits
  visitOf: (c: HonoContext) => Promise<Visit>
}): Hono {
  const { door, limits, visitOf } = parts
  return new Hono().all('*', async (c) => {
    const path = c.req.path.replace(/^\/api\/auth/, '')
    if (!OPEN.includes(`${c.req.method} ${path}`)) {
      return c.json({ code: 'NOT_FOUND', message: 'There is nothing at this address.' }, 404)
    }
    const visit = await visitOf(c)
    if (c.req.method === 'GET') return door.handle(c.req.raw, visit.secure)
    if (visit.refusal !== null) {
      return c.json({ code: visit.isUnlisted ? 'INVALID_ORIGIN' : 'FORBIDDEN', message: visit.refusal }, 403)
    }
    if (path !== '/sign-in/email') return inOurWords(await door.handle(c.req.raw, visit.secure))

    const asked = zSignIn.safeParse(parseJson(await c.req.text()))
    if (!asked.success) {
      const message = asked.error.issues.some((issue) => issue.path[0] === 'email')
        ? 'Write the e-mail address like ana@example.com.'
        : 'Send an e-mail address and a password.'
      return c.json({ code: 'INVALID_EMAIL_OR_PASSWORD', message }, 400)
    }
    const account = asked.data.email
    const waitMs = takeBoth(limits, visit.from, account)
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000)
      c.header('Retry-After', `${seconds}`)
      const message = `Too many wrong passwords. Wait ${seconds} seconds, then try again.`
      return c.json({ code: 'TOO_MANY_ATTEMPTS', message }, 429)
    }
    const reply = await door.handle(sameRequest(c.req.raw, asked.data), visit.secure)
    if (reply.ok) {
      limits.ofVisitor.forgive(keyOf(visit.from, account))
      limits.ofAccount.forgive(account)
    }
    return inOurWords(reply)
  })
}

function takeBoth(limits: SignInLimits, from: string, account: string): number {
  const waitMs = limits.ofVisitor.take(keyOf(from, account))
  return waitMs > 0 ? waitMs : limits.ofAccount.take(account)
}

function keyOf(from: string, account: string): string {
  return `${from} ${account}`
}

async function inOurWords(reply: Response): Promise<Response> {
  if (reply.ok) return reply
  const said = z.object({ code: z.string() }).safeParse(parseJson(await reply.text()))
  const code = said.data?.code ?? (reply.status === 401 ? 'UNAUTHORIZED' : 'REFUSED')
  const message = SENTENCES[code] ?? `This was refused (${code.toLowerCase().replaceAll('_', ' ')}).`
  const headers = new Headers(reply.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify({ code, message }), { status: reply.status, headers })
}

/** A request with another body: only what signing in needs goes on. */
function sameRequest(request: Request, body: unknown): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  return new Request(request.url, { method: 'POST', headers, body: JSON.stringify(body) })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
