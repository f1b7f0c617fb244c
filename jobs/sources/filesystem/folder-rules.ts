// Folders of operating systems, of storage boxes and of other media servers.
const SYSTEM = new Set([
  '@eadir',
  '@recycle',
  '@recently-snapshot',
  '#recycle',
  '#snapshot',
  '$recycle.bin',
  'system volume information',
  'lost+found',
  'plex versions',
  'extrafanart',
  'network trash folder',
])

/** Why a folder is not looked into, as a sentence; null if it is. */
export function whyLeftOut(name: string): string | null {
  if (name.startsWith('.')) return `The folder “${name}” is hidden: its name starts with a dot.`
  if (SYSTEM.has(name.toLowerCase())) return `“${name}” is a folder of the system or of another program.`
  if (name.toLowerCase().endsWith('.trickplay')) return `“${name}” holds another program's preview pictures.`
  return null
}

/** True for the folder that a download client unpacks into: what is in it is not whole yet. */
export function isUnpacking(name: string): boolean {
  return name.startsWith('_UNPACK_')
}

/** The disc structures whose many files are one film. */
export type DiscKind = 'bluray' | 'dvd'

/** Which disc structure a folder of this name is; null for any other folder. */
export function discKind(name: string): DiscKind | null {
  const upper = name.toUpperCase()
  return upper === 'BDMV' ? 'bluray' : upper === 'VIDEO_TS' ? 'dvd' : null
}

/** True for the folders that stand beside a disc structure and hold no film of their own. */
export function isBesideDisc(name: string): boolean {
  return ['AUDIO_TS', 'CERTIFICATE', 'JACKET_P', 'HVDVD_TS'].includes(name.toUpperCase())
}
