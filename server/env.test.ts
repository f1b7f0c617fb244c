import { expect, test } from 'vitest'
import { StartRefused } from '../db/start-refused.ts'
import { readServerSettings } from './env.ts'

const faultOf = (environment: Record<string, string>): string => {
  try {
    readServerSettings(environment, false)
  } catch (error) {
    if (error instanceof StartRefused) return error.message
    throw error
  }
  return ''
}

test('an empty environment gives the defaults', () => {
  expect(readServerSettings({}, false)).toEqual({
    port: 4600,
    host: '127.0.0.1',
    dataFolder: `${process.cwd()}/data`,
    databaseUrl: null,
    admin: null,
    secret: null,
    roots: null,
    publicOrigins: [],
    logLevel: 'info',
  })
})

test('a variable that is set to nothing counts as unset', () => {
  expect(readServerSettings({ PORT: '', DATABASE_URL: ' ', MARQUEE_PUBLIC_URL: '' }, false).port).toBe(4600)
})

test('in a container it listens to everyone, unless told otherwise', () => {
  expect(readServerSettings({}, true).host).toBe('0.0.0.0')
  expect(readServerSettings({ HOST: '127.0.0.1' }, true).host).toBe('127.0.0.1')
})

test('lists are split, and what people open is kept as origins', () => {
  const settings = readServerSettings(
    {
      MARQUEE_ROOTS: '/media/films:/media/shows/',
      MARQUEE_PUBLIC_URL: 'https://M.example.com/, http://[::1]:4600',
    },
    false,
  )
  expect(settings.roots).toEqual(['/media/films', '/media/shows'])
  expect(settings.publicOrigins).toEqual(['https://m.example.com', 'http://[::1]:4600'])
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '46 00'],
  ['HOST', 'http://localhost'],
  ['HOST', '10.0.0.1:80'],
  ['DATABASE_URL', 'mysql://db/marquee'],
  ['DATABASE_URL', 'postgres://db'],
  ['DATABASE_URL', 'marquee'],
  ['MARQUEE_SECRET', 'short'],
  ['MARQUEE_ROOTS', 'media:/x'],
  ['MARQUEE_ROOTS', '/media::/x'],
  ['MARQUEE_PUBLIC_URL', 'marquee.example.com'],
  ['MARQUEE_PUBLIC_URL', 'https://example.com/marquee'],
  ['MARQUEE_ADMIN_EMAIL', 'admin'],
  ['MARQUEE_ADMIN_PASSWORD', 'short'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused with its name and an example', (name, value) => {
  const fault = faultOf({ [name]: value })
  expect(fault).toContain(`${name}: `)
  expect(fault).toContain(`Example: ${name}=`)
})

test('all faults are told at once, and no secret is repeated', () => {
  const fault = faultOf({
    PORT: 'x',
    LOG_LEVEL: 'y',
    MARQUEE_SECRET: 'hunter2',
    DATABASE_URL: 'postgres://u:pw@h',
  })
  expect(fault.match(/Example:/g)).toHaveLength(4)
  expect(fault).toContain('PORT: must be a port number, 1 to 65535 (it is "x"). Example: PORT=4600')
  expect(fault).not.toMatch(/hunter2|pw@/)
})

test('an admin without a password, or the other way round, is refused', () => {
  expect(faultOf({ MARQUEE_ADMIN_EMAIL: 'a@example.com' })).toContain('MARQUEE_ADMIN_PASSWORD: is missing')
  expect(faultOf({ MARQUEE_ADMIN_PASSWORD: 'long enough' })).toContain('MARQUEE_ADMIN_EMAIL: is missing')
})
