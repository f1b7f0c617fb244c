import { expect, test } from 'vitest'
import { bareHost, isLoopbackHost, isNearHost } from './host-kind.ts'
import { readVisit } from './visit.ts'

const visit = (headers: { [name: string]: string }, listed: string[] = [], peer = '192.168.1.77') =>
  readVisit(new Headers(headers), peer, listed)

test.each([
  'localhost',
  'LOCALHOST:4600',
  'a.localhost',
  '127.8.9.1:80',
  '[::1]:4600',
  '::1',
  '::ffff:127.0.0.1',
])('%s is this machine', (host) => {
  expect(isLoopbackHost(host)).toBe(true)
  expect(isNearHost(host)).toBe(true)
})

test.each([
  '10.0.0.2',
  '172.31.0.1:4600',
  '192.168.1.5',
  '169.254.3.4',
  '100.100.1.1',
  '[fd12::1]:4600',
  '[fe80::1%eth0]',
  'nas',
  'nas:4600',
  'nas.local',
  'box.home.arpa',
])('%s is near, but not this machine', (host) => {
  expect(isNearHost(host)).toBe(true)
  expect(isLoopbackHost(host)).toBe(false)
})

test.each([
  '',
  '8.8.8.8',
  '172.32.0.1',
  '192.169.0.1',
  '[2001:db8::1]:4600',
  'films.example.com',
  '127.0.0.1.example.com',
])('%s may be anywhere', (host) => {
  expect(isNearHost(host)).toBe(false)
  expect(isLoopbackHost(host)).toBe(false)
})

test('a host is bare without port, brackets, zone and the mapping of IPv4 into IPv6', () => {
  expect(bareHost('[FE80::1%25eth0]:80')).toBe('fe80::1')
  expect(bareHost('::ffff:10.0.0.1')).toBe('10.0.0.1')
  expect(bareHost('Films.Example.com.:443')).toBe('films.example.com')
})

test('with nothing listed a page at a private address, on plain HTTP, may write, with plain cookies', () => {
  for (const host of ['localhost:4600', '192.168.1.5:4600', 'nas.local', '[fd12::1]:4600']) {
    expect(visit({ host, origin: `http://${host}` })).toMatchObject({ refusal: null, secure: false })
  }
})

test.each([
  ['a public name', 'films.example.com', 'http://films.example.com'],
  ['HTTPS in front of a private name', 'nas.local', 'https://nas.local'],
  ['another port of this machine', 'localhost:4600', 'http://localhost:3000'],
  ['another site', '192.168.1.5:4600', 'https://evil.example'],
])('with nothing listed %s is refused, with what to add', (_, host, origin) => {
  const { refusal, isUnlisted } = visit({ host, origin })
  expect(isUnlisted).toBe(true)
  expect(refusal).toBe(`This address is not in MARQUEE_PUBLIC_URL. Add it: MARQUEE_PUBLIC_URL=${origin}`)
})

test('with a list it alone decides, and what is listed stays in the advice', () => {
  const listed = ['https://films.example.com', 'http://192.168.1.5:4600']
  const at = (origin: string) => visit({ host: new URL(origin).host, origin }, listed)
  expect(at('https://films.example.com')).toMatchObject({ refusal: null, secure: true })
  expect(at('http://192.168.1.5:4600')).toMatchObject({ refusal: null, secure: false })
  expect(at('http://films.example.com').isUnlisted).toBe(true)
  expect(at('http://localhost:4600').refusal).toBe(
    'This address is not in MARQUEE_PUBLIC_URL. Add it: ' +
      'MARQUEE_PUBLIC_URL=https://films.example.com,http://192.168.1.5:4600,http://localhost:4600',
  )
})

test('a proxy that rewrites Host does not matter to a page that says where it is', () => {
  const listed = ['https://films.example.com']
  const seen = visit({ host: '127.0.0.1:4600', origin: 'https://films.example.com' }, listed)
  expect(seen).toMatchObject({ refusal: null, secure: true })
})

test('X-Forwarded-Proto chooses between listed addresses, and counts for nothing without an HTTPS one', () => {
  const both = ['http://films.example.com', 'https://films.example.com']
  const host = 'films.example.com'
  expect(visit({ host, 'x-forwarded-proto': 'https' }, both).secure).toBe(true)
  expect(visit({ host, 'x-forwarded-proto': 'http' }, both).secure).toBe(false)
  expect(visit({ host: 'nas:4600', 'x-forwarded-proto': 'https' }).secure).toBe(false)
})

test('what a program sends without an Origin is not refused', () => {
  expect(visit({ host: 'films.example.com' }).refusal).toBeNull()
  expect(visit({ host: '127.0.0.1:4600' }, ['https://films.example.com']).refusal).toBeNull()
})

test.each([
  ['a page without an origin', { origin: 'null' }],
  ['another site', { origin: 'http://localhost:4600', 'sec-fetch-site': 'cross-site' }],
  ['another port', { 'sec-fetch-site': 'same-site' }],
])('%s may not write', (_, headers) => {
  const seen = visit({ host: 'localhost:4600', ...headers })
  expect(seen.refusal).toContain('another site’s page')
  expect(seen.isUnlisted).toBe(false)
})

test('the visitor behind a proxy is who the proxy saw, but only where HTTPS says that there is one', () => {
  const headers = { host: 'films.example.com', 'x-forwarded-for': '6.6.6.6, 203.0.113.9' }
  expect(visit(headers, ['https://films.example.com']).from).toBe('203.0.113.9')
  expect(visit(headers).from).toBe('192.168.1.77')
})

test('local means that peer, Host and the absence of forwarding headers say so', () => {
  expect(visit({ host: 'localhost:4600' }, [], '127.0.0.1').isLocal).toBe(true)
  expect(visit({ host: 'localhost:4600' }, [], '::ffff:127.0.0.1').isLocal).toBe(true)
  expect(visit({ host: 'localhost:4600' }).isLocal).toBe(false)
  expect(visit({ host: 'evil.example' }, [], '127.0.0.1').isLocal).toBe(false)
  for (const header of ['forwarded', 'via', 'x-real-ip', 'x-forwarded-host']) {
    expect(visit({ host: 'localhost', [header]: 'x' }, [], '127.0.0.1').isLocal).toBe(false)
  }
})
