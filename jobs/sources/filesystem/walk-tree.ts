import type { Stats } from 'node:fs'
import type { Trouble } from '../../../db/domain/outcome.ts'
import { type ByteString, diskPath, textOf } from './byte-string.ts'
import { readDisc } from './disc-folder.ts'
import type { Disk } from './disk.ts'
import { troubleOf } from './fault-trouble.ts'
import { faultOf } from './file-fault.ts'
import { judgeFile } from './file-rules.ts'
import { discKind, isBesideDisc, isUnpacking, whyLeftOut } from './folder-rules.ts'
import { type Found, refused } from './found.ts'
import { createLinkRule, type LinkOptions, type LinkRule, SEEN_BEFORE } from './link-rule.ts'
import { type Folder, type FolderPlace, openFolder } from './open-folder.ts'
import type { Root } from './open-root.ts'
import { displayPath } from './path-text.ts'
import type { Pulse } from './pulse.ts'
import { visitFile } from './visit-file.ts'

/** Deeper than any tree that people make; a tree that contains itself through a mount ends here. */
const DEEPEST = 100

/** How a library's folder is walked. */
export interface WalkOptions extends LinkOptions {
  /** Whether cd1 and cd2 are one film here. */
  hasStacks: boolean
}

interface Walk {
  disk: Disk
  pulse: Pulse
  links: LinkRule
  options: WalkOptions
}

/** One step of a walk: something found, a folder to go into, or neither. */
type Step = Found | { folder: Folder } | null

/**
 * Lists everything in a folder that must become an entry, depth first and by name, each path once. Its memory
 * is one list of names a level. A folder that can't be listed is found as such, and the walk goes on.
 */
export function* walkTree(root: Root, options: WalkOptions, disk: Disk, pulse: Pulse): Generator<Found> {
  const walk = { disk, pulse, options, links: createLinkRule(root, options, disk) }
  const path = root.path === '/' ? '' : root.path
  const place = { path, prefix: '', depth: 0, isUnpacking: false, isLinked: false }
  const top = openFolder(place, root.names, options.hasStacks, disk)
  if ('trouble' in top) return yield refused('.', top.trouble)
  const open = [top.folder]
  for (let folder = open.at(-1); folder; folder = open.at(-1)) {
    const name = folder.names[folder.at++]
    const step = name === undefined ? void open.pop() : visit(walk, folder, name)
    if (!step) continue
    if ('folder' in step) open.push(step.folder)
    else yield step
  }
}

function visit(walk: Walk, folder: Folder, name: ByteString): Step {
  if (folder.stacks.isFurther(name)) return null
  const path = `${folder.path}/${name}`
  walk.pulse.beat()
  try {
    const stats = walk.disk.lstat(diskPath(path))
    const isLeftOut = folder.ignore?.leavesOut(name) === true
    if (isLeftOut) return leftOut(folder, name, stats)
    if (stats.isDirectory()) return visitFolder(walk, folder, name, stats, folder.isLinked)
    if (stats.isSymbolicLink()) return visitLink(walk, folder, name)
    return visitFile(folder, name, judgeFile(name), stats, walk.disk)
  } catch (error) {
    const fault = faultOf(error, Buffer.from(path, 'latin1'), walk.disk)
    // Gone between the listing and the look: it isn't there, and that is all there is to say.
    if (fault.errno === 'ENOENT') return null
    return refused(folder.prefix + textOf(name), troubleOf(fault), judgeFile(name) === 'video')
  }
}

function visitFolder(walk: Walk, above: Folder, name: ByteString, stats: Stats, isLinked: boolean): Step {
  const { disk, pulse, links, options } = walk
  const text = textOf(name)
  const shown = above.prefix + text
  const path = `${above.path}/${name}`
  const left = whyLeftOut(text)
  if (left !== null) return refused(shown, excluded(left))
  if (above.hasDisc && isBesideDisc(name)) return null
  if (isLinked && !links.isFirstVisit(stats)) return refused(shown, SEEN_BEFORE)
  if (above.depth >= DEEPEST)
    return refused(shown, excluded(`Folders below ${DEEPEST} levels are not listed.`))
  pulse.enter(path)
  try {
    const disc = discKind(name)
    if (disc) return readDisc(disc, path, shown, disk)
    const isInUnpacking = above.isUnpacking || isUnpacking(text)
    const place: FolderPlace = {
      path,
      prefix: `${shown}/`,
      depth: above.depth + 1,
      isLinked,
      isUnpacking: isInUnpacking,
    }
    const opened = openFolder(place, disk.list(diskPath(path)), options.hasStacks, disk)
    return 'trouble' in opened ? refused(shown, opened.trouble) : opened
  } catch (error) {
    const trouble = troubleOf(faultOf(error, Buffer.from(path, 'latin1'), disk))
    if (trouble.code === 'file_missing') return null
    // What lies below was not seen, so nobody may conclude that it is gone.
    return refused(shown, { ...trouble, evidence: { ...trouble.evidence, folder: shown } })
  }
}

function visitLink(walk: Walk, folder: Folder, name: ByteString): Step {
  const rule = judgeFile(name)
  const path = folder.prefix + textOf(name)
  try {
    const end = walk.links.follow(`${folder.path}/${name}`)
    if ('stats' in end) {
      const { stats } = end
      if (stats.isDirectory()) return visitFolder(walk, folder, name, stats, true)
      return visitFile(folder, name, rule, stats, walk.disk)
    }
    // Never a video: a retry must not read through a link that was refused.
    return rule === 'companion' ? null : refused(path, end.trouble)
  } catch (error) {
    const fault = faultOf(error, Buffer.from(`${folder.path}/${name}`, 'latin1'), walk.disk)
    if (rule === 'companion') return null
    if (fault.errno !== 'ENOENT') return refused(path, troubleOf(fault), rule === 'video')
    const target = displayPath(textOf(walk.disk.linkTarget(diskPath(`${folder.path}/${name}`))))
    const detail = `“${displayPath(textOf(name))}” is a link to ${target}, which does not exist.`
    return refused(path, { code: 'file_missing', detail }, rule === 'video')
  }
}

function leftOut(folder: Folder, name: ByteString, stats: Stats): Found | null {
  if (!stats.isDirectory() && judgeFile(name) === 'companion') return null
  const detail = `“${displayPath(textOf(name))}” matches a line of the file ${folder.ignore?.file} beside it.`
  return refused(folder.prefix + textOf(name), excluded(detail))
}

function excluded(detail: string): Trouble {
  return { code: 'excluded_by_rule', detail }
}
