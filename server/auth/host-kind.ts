import { BlockList, isIP } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const near = new BlockList()
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  // Carrier-grade NAT, which VPNs such as Tailscale give out.
  ['100.64.0.0', 10],
] as const) {
  near.addSubnet(network, prefix, 'ipv4')
}
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

// Endings that no public registry gives out, so that no stranger's page can make such a name point here.
const nearNames = /\.(local|lan|home|home\.arpa|internal|localdomain|intranet)$/

/** The host of a Host header or of an address without its port and brackets, in lower case. */
export function bareHost(hostAndPort: string): string {
  const bracketed = /^\[([^\]]+)\]/.exec(hostAndPort)
  const host = bracketed?.[1] ?? (isIP(hostAndPort) === 6 ? hostAndPort : hostAndPort.replace(/:\d*$/, ''))
  return host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '')
}

/** True for this very machine: 127.x, ::1, localhost. */
export function isLoopbackHost(hostAndPort: string): boolean {
  const host = bareHost(hostAndPort)
  return host === 'localhost' || host.endsWith('.localhost') || contains(loopback, host)
}

/** True for what only a machine of the same network can mean: loopback, private addresses, names without a public ending. */
export function isNearHost(hostAndPort: string): boolean {
  const host = bareHost(hostAndPort)
  if (isLoopbackHost(host)) return true
  if (isIP(host) !== 0) return contains(near, host)
  return host !== '' && (!host.includes('.') || nearNames.test(host))
}

function contains(list: BlockList, host: string): boolean {
  const version = isIP(host)
  return version !== 0 && list.check(host, version === 6 ? 'ipv6' : 'ipv4')
}
