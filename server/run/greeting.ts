import { isIPv6 } from 'node:net'
import type { NetworkInterfaceInfo } from 'node:os'

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

/** The address to open on this machine. */
export function localUrl(host: string, port: number): string {
  const name = ['0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'].includes(host) ? 'localhost' : host
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`
}

/** What is printed once the console can be opened: where, from where, what is kept where, and what to do first. */
export function greeting(start: {
  host: string
  port: number
  publicOrigins: string[]
  dataFolder: string
  roots: string[] | null
  setupLine: string | null
  interfaces: Interfaces
}): string {
  const { host, port, interfaces } = start
  const lines = ['', `Marquee is ready: ${localUrl(host, port)}`]
  for (const origin of start.publicOrigins) lines.push(`  Published as ${origin}`)
  if (['127.0.0.1', '::1', 'localhost'].includes(host)) {
    lines.push('  Only this machine can open it. To open it to your network: HOST=0.0.0.0 npm start')
  } else if (['0.0.0.0', '::'].includes(host)) {
    for (const address of lanAddresses(interfaces)) lines.push(`  On your network: http://${address}:${port}`)
  }
  lines.push(`  Data is kept in ${start.dataFolder}`)
  if (start.roots === null) {
    lines.push(
      '  Libraries may point into any folder here. To allow only some: MARQUEE_ROOTS=/media npm start',
    )
  }
  if (start.setupLine) lines.push(`  ${start.setupLine}`)
  return `${lines.join('\n')}\n`
}

function lanAddresses(interfaces: Interfaces): string[] {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
}
