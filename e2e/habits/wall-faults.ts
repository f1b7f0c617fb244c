const FOLDERS = new Set(['client', 'server', 'db', 'jobs', 'e2e', 'docs'])
const SOURCE = /\.(?:ts|tsx|css|html|js|mjs|cjs)$/
const SAYS_NOTHING = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'manager',
  'managers',
  'service',
  'services',
  'types',
])
const LINES = 250

/**
 * What is wrong with a file's place, name and length, as far as the linter does not see it: a folder beside the
 * five rooms, a name that does not say what it holds, a style sheet or a page of more than 250 lines.
 */
export function wallFaults(path: string, lines: number): string[] {
  const faults: string[] = []
  const parts = path.split('/')
  const [top = ''] = parts
  const isSource = SOURCE.test(path)
  if (parts.length > 1 && isSource && !FOLDERS.has(top))
    faults.push(`${path}: ${top}/ is no room of this house`)
  const empty = isSource && path !== 'server/types.ts' ? parts.find(saysNothing) : undefined
  if (empty) faults.push(`${path}: “${empty}” does not say what it holds`)
  if (isSource && lines > LINES) faults.push(`${path}: ${lines} lines, more than ${LINES}`)
  return faults
}

/** True where the last word of a name is one of those that fit anything: "plex-service.ts", "utils/". */
function saysNothing(part: string): boolean {
  const word = part.split('.')[0]?.split('-').at(-1)?.toLowerCase() ?? ''
  return SAYS_NOTHING.has(word)
}
