const flag = /(?<![a-z0-9])3d(?![a-z0-9])/i
const layout = /(?<![a-z0-9])(?:(?:h|f|half-?|full-?)?(sbs|tab|ou)(3d)?|(mvc))(?![a-z0-9])/i

/** How a film in depth is laid out ('sbs', 'hsbs', 'tab', 'ftab', 'mvc' …); null where no layout is named. */
export function readFormat3D(stem: string): string | null {
  const found = layout.exec(stem)
  if (!found) return null
  const name = found[0]
    .toLowerCase()
    .replace('half-', 'h')
    .replace('half', 'h')
    .replace('full-', 'f')
    .replace('full', 'f')
  // "tab" and "ou" are words too; alone they count only at the end or beside "3d".
  if (name === 'ou' || name === 'fou') return flag.test(stem) ? name : null
  return name
}
