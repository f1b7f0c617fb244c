import type { Handler } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Coding = 'br' | 'gzip' | 'identity'
interface ClientFile {
  modifiedMs: number
  type: string
  tag: string
  bodies: { [coding in Coding]?: Uint8Array<ArrayBuffer> }
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const isText = /^(text\/|application\/(javascript|json|manifest)|image\/svg)/

/**
 * Serves the built client: its files as they are, the start page for every address of the console, so that deep
 * links work. Files with a hash in their name may be kept for ever; all others are asked for again.
 */
export function clientFiles(folder: string): Handler {
  const known = new Map<string, ClientFile>()
  return async (c) => {
    const asked = safePath(folder, c.req.path)
    const file = (asked && (await load(asked, known))) ?? null
    const page = file ?? (isAddress(c.req.path) ? await load(path.join(folder, 'index.html'), known) : null)
    if (!page) {
      const built = (await load(path.join(folder, 'index.html'), known)) !== null
      const message = built
        ? 'There is nothing at this address.'
        : 'The pages of the console have not been built yet. Build them: npm run build'
      return c.json({ code: 'NOT_FOUND', message }, built ? 404 : 503)
    }
    const isHashed = file !== null && c.req.path.startsWith('/assets/')
    c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('ETag', page.tag)
    c.header('Content-Type', page.type)
    if (c.req.header('if-none-match') === page.tag) return c.body(null, 304)
    const coding = isText.test(page.type) ? chooseCoding(c.req.header('accept-encoding') ?? '') : 'identity'
    if (isText.test(page.type)) c.header('Vary', 'Accept-Encoding')
    if (coding !== 'identity') c.header('Content-Encoding', coding)
    return c.body(await bodyIn(page, coding))
  }
}

/** A file inside the folder, or null for what would lead out of it or is no file's name. */
function safePath(folder: string, urlPath: string): string | null {
  let name: string
  try {
    name = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  const full = path.join(folder, name)
  return name.includes('\0') || !full.startsWith(folder + path.sep) ? null : full
}

/** Addresses of pages; what looks like a file or belongs to programs is no page. */
function isAddress(urlPath: string): boolean {
  return !/^\/(api|trpc|assets)(\/|$)/.test(urlPath)
}

async function load(full: string, known: Map<string, ClientFile>): Promise<ClientFile | null> {
  const facts = await stat(full).catch(() => null)
  if (!facts?.isFile()) return null
  const kept = known.get(full)
  if (kept?.modifiedMs === facts.mtimeMs) return kept
  const content = new Uint8Array(await readFile(full))
  const file = {
    modifiedMs: facts.mtimeMs,
    type: getMimeType(full) ?? 'application/octet-stream',
    // Weak, because the same file has one body for each coding.
    tag: `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 20)}"`,
    bodies: { identity: content },
  }
  known.set(full, file)
  return file
}

function chooseCoding(accepted: string): Coding {
  const names = accepted.split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
  const takes = (name: string) => names.some((part) => part.split(';')[0]?.trim() === name)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}

async function bodyIn(file: ClientFile, coding: Coding): Promise<Uint8Array<ArrayBuffer>> {
  const plain = file.bodies.identity ?? new Uint8Array()
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  const made =
    file.bodies[coding] ??
    new Uint8Array(coding === 'br' ? await brotli(plain, { params }) : await zip(plain))
  file.bodies[coding] = made
  return made
}
