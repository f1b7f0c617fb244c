import { expect, test } from 'vitest'
import { greeting, localUrl } from './greeting.ts'

const start = {
  port: 4600,
  publicOrigins: [],
  dataFolder: '/srv/marquee',
  roots: [],
  setupLine: null,
  interfaces: {},
}

test('on loopback it says how to open it to the network', () => {
  const text = greeting({ ...start, host: '127.0.0.1' })
  expect(text).toContain('http://localhost:4600')
  expect(text).toContain('HOST=0.0.0.0 npm start')
  expect(text).toContain('/srv/marquee')
})

test('open to all it names the addresses that others can type', () => {
  const lan = {
    address: '192.168.1.20',
    family: 'IPv4' as const,
    internal: false,
    netmask: '',
    mac: '',
    cidr: null,
  }
  const interfaces = { eth0: [lan], lo: [{ ...lan, address: '127.0.0.1', internal: true }] }
  const text = greeting({ ...start, host: '0.0.0.0', interfaces })
  expect(text).toContain('http://192.168.1.20:4600')
  expect(text).not.toContain('127.0.0.1')
  expect(text).not.toContain('npm start')
})

test('it warns where libraries may point into any folder', () => {
  expect(greeting({ ...start, host: '127.0.0.1', roots: null })).toContain('MARQUEE_ROOTS=/media')
  expect(greeting({ ...start, host: '127.0.0.1', roots: ['/media'] })).not.toContain('MARQUEE_ROOTS')
})

test('while there is nobody, it ends with how to make the first admin', () => {
  const text = greeting({
    ...start,
    host: '127.0.0.1',
    setupLine: 'Set it up at http://localhost:4600/setup',
  })
  expect(text.trimEnd().split('\n').at(-1)).toBe('  Set it up at http://localhost:4600/setup')
})

test('an address of one interface is shown as it is, IPv6 in brackets', () => {
  expect(localUrl('192.168.1.20', 80)).toBe('http://192.168.1.20:80')
  expect(localUrl('fd00::1', 80)).toBe('http://[fd00::1]:80')
})
