const hex = /^[0-9a-f]{24,64}$/i
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const yenc = /^password\b|\byenc\b/i
const backup = /^backup_\d+s\d+-\d+$/i
const dotted = /^[a-z]{3}\.[a-z]{3}\.[0-9a-f]{12,}$/i

/** Whether a name is what an uploader put there to hide the release: a hash, an id, random letters and digits. */
export function looksObfuscated(stem: string): boolean {
  const name = stem.trim()
  if (hex.test(name) || uuid.test(name) || yenc.test(name) || backup.test(name) || dotted.test(name))
    return true
  return isRandomWord(name)
}

// One unbroken word whose letters and digits, or cases, alternate more often than in any word people write.
function isRandomWord(name: string): boolean {
  if (!/^[A-Za-z0-9]{11,}$/.test(name)) return false
  if (!/\d/.test(name)) return name.length >= 20 && caseTurns(name) >= name.length / 4
  const turns = name.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0
  if (name.length >= 22) return turns + caseTurns(name) >= 5
  if (turns >= 6) return true
  // "AHFMZXGHEWD660", "cgajsofuejsa501": a long word of one case, then digits.
  return /^(?:[a-z]{11,}|[A-Z]{8,})\d{2,4}$/.test(name)
}

const caseTurns = (name: string): number => name.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0
