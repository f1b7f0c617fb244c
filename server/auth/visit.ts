import { bareHost, isLoopbackHost, isNearHost } from './host-kind.ts'

/** From where and at which address a request came: what decides cookies, limits and refusals. */
export interface Visit {
  /** The address that the browser says its page has; without one, the address the request was sent to. */
  origin: string
  /** Cookies for this visit are `Secure`. */
  secure: boolean
  /** Why nothing may be changed from this address; null when it is one of ours. */
  refusal: string | null
  /** It is refused because nobody has listed its address. */
  isUnlisted: boolean
  /** The other end, for limits. Behind a proxy that we know of: what the proxy saw. */
  from: string
  /** Peer, Host and the absence of forwarding headers all say that this is the same machine. */
  isLocal: boolean
}

const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Reads the address of a request. `listed` are the addresses people open; with none listed, a request may be
 * at its own address, on plain HTTP, where that is loopback or private.
 */
export function readVisit(headers: Headers, peer: string | null, listed: readonly string[]): Visit {
  const host = headers.get('host') ?? ''
  const claimed = headers.get('origin')
  const isProxied = forwarding.some((name) => headers.has(name))
  const expectsProxy = listed.some(isHttps)
  const own = ownAddress(headers, host, listed)
  const origin = claimed ?? own
  const allowed = listed.length > 0 ? listed.includes(origin) : origin === own && isNearHost(host)
  const isCrossSite = !['same-origin', 'none', null].includes(headers.get('sec-fetch-site'))
  const isForeign = claimed === 'null' || (isCrossSite && (allowed || claimed === null))
  // Without an Origin no browser's page sent it, so there is nobody to protect.
  const isUnlisted = claimed !== null && !allowed && !isForeign
  return {
    origin,
    secure: isHttps(origin),
    refusal: isForeign ? FOREIGN : isUnlisted ? unlisted(origin, listed) : null,
    isUnlisted,
    from: (expectsProxy && forwardedFor(headers)) || bareHost(peer ?? 'unknown'),
    isLocal: peer !== null && isLoopbackHost(peer) && isLoopbackHost(host) && !isProxied,
  }
}

function ownAddress(headers: Headers, host: string, listed: readonly string[]): string {
  if (listed.length === 0) return `http://${host}`
  const expectsProxy = listed.some(isHttps)
  const hosts = [host, ...(expectsProxy ? [headers.get('x-forwarded-host') ?? ''] : [])]
  const same = listed.filter((address) => hosts.includes(new URL(address).host))
  // The scheme a proxy reports counts only where an HTTPS address says that there is a proxy.
  const scheme = expectsProxy ? headers.get('x-forwarded-proto') : null
  const byScheme = same.find((address) => scheme !== null && address.startsWith(`${scheme}://`))
  return byScheme ?? same.find(isHttps) ?? same[0] ?? listed.find(isHttps) ?? listed[0] ?? `http://${host}`
}

const FOREIGN = 'This was sent by another site’s page. Do it from Marquee’s own page.'

function unlisted(origin: string, listed: readonly string[]): string {
  const all = [...listed, origin].join(',')
  return `This address is not in MARQUEE_PUBLIC_URL. Add it: MARQUEE_PUBLIC_URL=${all}`
}

function forwardedFor(headers: Headers): string | null {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return last ? bareHost(last) : null
}

function isHttps(address: string): boolean {
  return address.startsWith('https://')
}
