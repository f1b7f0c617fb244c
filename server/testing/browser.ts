import { z } from 'zod'
import type { App } from '../run/app-factory.ts'

/** A reply of `/trpc` or `/api`: `data` where it went well, `message` and `code` where it was refused. */
export interface Reply {
  status: number
  data: unknown
  message: string
  code: string
  headers: Headers
  text: string
}

/** A browser as far as a server can tell: it keeps cookies as browsers do, and says where its page is. */
export interface Browser {
  query(procedure: string, input?: unknown): Promise<Reply>
  mutate(procedure: string, input?: unknown): Promise<Reply>
  post(path: string, body: unknown): Promise<Reply>
  send(path: string, init?: RequestInit): Promise<Reply>
  signIn(who: { email: string; password: string; rememberMe?: boolean }): Promise<Reply>
  cookies: Map<string, string>
}

const zTold = z.object({
  result: z.object({ data: z.unknown() }).optional(),
  error: z.object({ message: z.string(), data: z.object({ code: z.string() }) }).optional(),
  message: z.string().optional(),
  code: z.string().optional(),
})

/** Opens a browser at an address. `peer` is where its connections come from; `headers` what a proxy adds. */
export function openBrowser(
  app: App,
  address: string,
  options: { peer: string; headers?: { [name: string]: string } },
): Browser {
  const cookies = new Map<string, string>()
  const { host, origin, protocol } = new URL(address)
  const send: Browser['send'] = async (path, init = {}) => {
    const headers = new Headers({ host, ...options.headers })
    if (init.method && init.method !== 'GET') headers.set('origin', origin)
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
    // A proxy speaks plain HTTP to us, whatever the browser speaks to it.
    const request = new Request(`http://${headers.get('host')}${path}`, { ...init, headers })
    const reply = await app.fetch(request, { incoming: { socket: { remoteAddress: options.peer } } })
    for (const cookie of reply.headers.getSetCookie()) keep(cookies, cookie, protocol === 'https:')
    return read(reply)
  }
  const post: Browser['post'] = (path, body) =>
    send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    cookies,
    send,
    post,
    query: (procedure, input) =>
      send(
        `/trpc/${procedure}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
      ),
    mutate: (procedure, input = {}) => post(`/trpc/${procedure}`, input),
    signIn: (who) => post('/api/auth/sign-in/email', who),
  }
}

/** Browsers drop `Secure` cookies that come over plain HTTP. */
function keep(cookies: Map<string, string>, cookie: string, isSecure: boolean): void {
  const [pair = '', ...attributes] = cookie.split(/;\s*/)
  const name = pair.slice(0, pair.indexOf('='))
  if (attributes.some((attribute) => /^secure$/i.test(attribute)) && !isSecure) return
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name)
  else cookies.set(name, pair.slice(name.length + 1))
}

async function read(reply: Response): Promise<Reply> {
  const text = await reply.text()
  let told: z.infer<typeof zTold> = {}
  if (reply.headers.get('content-type')?.includes('json')) told = zTold.parse(JSON.parse(text))
  return {
    status: reply.status,
    data: told.result?.data,
    message: told.error?.message ?? told.message ?? '',
    code: told.error?.data.code ?? told.code ?? '',
    headers: reply.headers,
    text,
  }
}
