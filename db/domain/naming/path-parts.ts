// A disc's inner files are named by the format, so the folder above speaks for them.
const discFolder = /^(?:video_ts|audio_ts|bdmv|stream|playlist|hvdvd_ts|certificate)$/i
const discFile = /^(?:video_ts|vts_\d\d_\d|index|movieobject|\d{5})\.(?:vob|ifo|bup|bdmv|m2ts|mpls)$/i

// Longer names exist on no file system; the cap also bounds the work of every pattern that follows.
const maxName = 1000

/** The folders of a path from the root down, and its last part; disc structures are folded into their folder. */
export function splitPath(path: string): { folders: string[]; name: string; isDisc: boolean } {
  const parts = separate(path.slice(-4 * maxName))
  let isDisc = false
  if (parts.length > 1 && discFile.test(parts.at(-1) ?? '')) {
    isDisc = true
    parts.pop()
  }
  while (parts.length > 1 && discFolder.test(parts.at(-1) ?? '')) {
    isDisc = true
    parts.pop()
  }
  const name = parts.pop() ?? ''
  return { folders: parts, name, isDisc }
}

// Release names write alternatives as "Title / Other Title" or inside brackets; those slashes part no folders.
function separate(path: string): string[] {
  const parts: string[] = []
  let from = 0
  let closing = -1
  for (let at = 0; at < path.length; at++) {
    const c = path[at]
    if (c === '[' || c === '(') {
      const end = path.indexOf(c === '[' ? ']' : ')', at)
      if (end > closing && path.lastIndexOf(c, end) === at) closing = end
    } else if (c === '/' || c === '\\') {
      const isTyped = at < closing || (path[at - 1] === ' ' && path[at + 1] === ' ')
      if (isTyped) continue
      parts.push(path.slice(from, at))
      from = at + 1
    }
  }
  parts.push(path.slice(from))
  return parts.filter((part) => part !== '' && !/^[a-z]:$/i.test(part)).map((part) => part.slice(0, maxName))
}
