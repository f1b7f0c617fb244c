import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, median, rounded } from '../../bench/figure.ts'
import { realDisk } from './disk.ts'
import { openRoot } from './open-root.ts'
import { Pulse } from './pulse.ts'
import { walkInThread } from './walk-in-thread.ts'
import { walkTree } from './walk-tree.ts'

const FILES = 100_000
const ROUNDS = 5

/** The walk of 100,000 sparse files against `find` on the same tree, side by side; and with names, in its thread. */
export async function bench(): Promise<Figure[]> {
  const root = await mkdtemp(join(tmpdir(), 'marquee-walk-'))
  try {
    plant(root)
    const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
      find: timed(() => find(root)),
      walk: timed(() => walk(root)),
    }))
    // The first round fills the caches of the file system and of the compiler.
    const warm = rounds.slice(1)
    const findMs = median(warm.map((round) => round.find))
    const walkMs = median(warm.map((round) => round.walk))
    const listMs = await list(root)
    return [
      figure('find', perSecond(findMs), 'files/s'),
      figure('walk', perSecond(walkMs), 'files/s'),
      figure('ratio', rounded(walkMs / findMs), 'x', 'find'),
      figure('list with names', perSecond(listMs), 'files/s'),
    ]
  } finally {
    await rm(root, { recursive: true })
  }
}

function plant(root: string): void {
  const perSeason = 100
  for (let at = 0; at < FILES; at++) {
    const season = Math.floor(at / perSeason)
    const show = `Example ${Math.floor(season / 10)} (2001)`
    const folder = join(root, show, `Season ${(season % 10) + 1}`)
    if (at % perSeason === 0) mkdirSync(folder, { recursive: true })
    const name = `${show} - S${(season % 10) + 1}E${(at % perSeason) + 1} - An episode [WEBDL-1080p].mkv`
    const file = openSync(join(folder, name), 'w')
    ftruncateSync(file, 700_000_000 + at)
    closeSync(file)
  }
}

function find(root: string): void {
  execFileSync('find', [root, '-printf', '%s %T@ %p\n'], { maxBuffer: 2 ** 28 })
}

function walk(root: string): void {
  const opened = openRoot(root, null, realDisk)
  if ('trouble' in opened) throw new Error(opened.trouble.detail)
  const options = { followLinks: false, allowed: null, hasStacks: true }
  const count = walkTree(opened.root, options, realDisk, new Pulse()).reduce((sum) => sum + 1, 0)
  if (count !== FILES) throw new Error(`the walk found ${count} files`)
}

async function list(root: string): Promise<number> {
  const library = { path: root, mediaKind: 'show', followLinks: false, specials: true } as const
  const startedAt = performance.now()
  for await (const _ of walkInThread(library, null, new AbortController().signal));
  return performance.now() - startedAt
}

function timed(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

function perSecond(ms: number): number {
  return Math.round((FILES / ms) * 1000)
}

function figure(name: string, value: number, unit: string, of?: string): Figure {
  return { bench: 'prescan', figure: name, value, unit, ...(of === undefined ? {} : { of }) }
}
