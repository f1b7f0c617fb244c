import type { Entry } from '../../../db/domain/entry.ts'
import type { Trouble } from '../../../db/domain/outcome.ts'
import type { Reading } from '../source.ts'
import { troubleOf } from './fault-trouble.ts'
import { judgeFile } from './file-rules.ts'
import { whyLeftOut } from './folder-rules.ts'
import { displayPath, pathBytes } from './path-text.ts'
import type { EntryReader } from './read-entry.ts'
import { fullPath } from './to-entry.ts'

/** Looks again at something that is listed only with its trouble: a folder, a file that is no video. */
export async function readOther(entry: Entry, context: EntryReader): Promise<Reading> {
  const { key } = entry
  const { library, reader, signal, onMissing } = context
  const path = pathOf(entry)
  const { fault, file } = await reader.read(pathBytes(fullPath(library.path, path)), signal)
  if (fault?.errno === 'ENOENT') await onMissing(fault)
  if (fault) return { key, trouble: troubleOf(fault) }
  const name = displayPath(path.slice(path.lastIndexOf('/') + 1))
  return { key, trouble: entry.trouble ?? (file?.isFolder ? aboutFolder(name) : aboutFile(name)) }
}

function pathOf({ key, data }: Entry): string {
  const isLong =
    typeof data === 'object' && data !== null && !Array.isArray(data) && typeof data.path === 'string'
  return isLong ? String(data.path) : key
}

function aboutFolder(name: string): Trouble {
  const left = whyLeftOut(name)
  if (left !== null) return { code: 'excluded_by_rule', detail: left }
  const detail = `The folder “${name}” can be read now. Its files come in with the next run.`
  return { code: 'listing_incomplete', detail }
}

function aboutFile(name: string): Trouble {
  const rule = judgeFile(name)
  if (typeof rule !== 'string') return rule
  return { code: 'excluded_by_rule', detail: `“${name}” was left out when its folder was listed.` }
}
