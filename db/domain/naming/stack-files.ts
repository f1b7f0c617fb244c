import { splitExtension } from './extensions.ts'

/** Files that belong together and are played one after the other, or a single one. */
export type Stack = { /** The name they share, without part and extension. */ name: string; files: string[] }

const piece = /^(.*?)(?:(?<=[\])}])|[ _.-]+)[([]?(cd|dvd|part|pt|dis[ck])[ _.-]*(\d{1,2}|[a-d])[)\]]?$/i

/** Joins files of one folder that differ only in their part (cd1 cd2, part1 part2); all others stay single. */
export function stackFiles(paths: string[]): Stack[] {
  const stacks = new Map<string, Stack & { parts: Set<string> }>()
  for (const path of paths) {
    const { stem, extension } = splitExtension(path.replace(/[/\\]+$/, ''))
    const found = piece.exec(stem)
    const shared = found?.[1]
    if (!found || !shared || /[/\\]$/.test(shared)) {
      stacks.set(path, { name: baseOf(stem), files: [path], parts: new Set() })
      continue
    }
    const part = (found[3] ?? '').toLowerCase().replace(/^0+(?=\d)/, '')
    const key = `${shared.toLowerCase()}\n${found[2]?.toLowerCase()}\n${extension}\n${/^\d/.test(part)}`
    const stack = stacks.get(key)
    if (stack && !stack.parts.has(part)) {
      stack.parts.add(part)
      stack.files.push(path)
    } else {
      stacks.set(stack ? path : key, { name: baseOf(shared), files: [path], parts: new Set([part]) })
    }
  }
  return [...stacks.values()].map(({ name, files }) => ({
    // A part alone is a film of its own, whose name may well end in "Part 2".
    name: files.length > 1 ? name : baseOf(splitExtension(files[0] ?? '').stem.replace(/[/\\]+$/, '')),
    files: files.length > 1 ? files.toSorted(byPart) : files,
  }))
}

const byPart = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

const baseOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
