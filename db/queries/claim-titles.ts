import { sql } from 'drizzle-orm'
import type { Tx } from '../connect.ts'
import { cleanText } from '../domain/clean-text.ts'
import type { Draft } from '../domain/draft.ts'
import { entryKey } from '../domain/entry-key.ts'
import { identitiesOf, type Identity } from '../domain/identity.ts'
import { rowsOf } from './sql-rows.ts'

type TitleKind = 'movie' | 'show'
type Claim = Identity & { kind: TitleKind }
type Claimed = { kind: TitleKind; namespace: string; value: string; year: number | null; titleId: number }

/** A title that drafts speak of, and by what it can be recognised. */
interface Wanted {
  kind: TitleKind
  name: string
  year: number | null
  claims: Claim[]
  titleId: number | null
}

/**
 * The title of each draft, made where it is new. Identities are claimed in sorted order; where another
 * transaction claimed one first, its title is taken: the same film seen twice at once is one title.
 */
export async function claimTitles(tx: Tx, drafts: readonly Draft[]): Promise<number[]> {
  const wanted = new Map<string, Wanted>()
  const keys = drafts.map((draft) => {
    const want = wantedBy(draft)
    const key = JSON.stringify(want.claims.map(claimKey))
    if (!wanted.has(key)) wanted.set(key, want)
    return key
  })
  const all = [...wanted.values()]
  const found = await findClaims(
    tx,
    all.flatMap((want) => want.claims),
  )
  await resolve(tx, all, found)
  return keys.map((key) => {
    const id = wanted.get(key)?.titleId
    if (id === undefined || id === null) throw new Error('a title was claimed and is not there')
    return id
  })
}

function wantedBy(draft: Draft): Wanted {
  const kind = draft.kind === 'movie' ? 'movie' : 'show'
  const title = draft.kind === 'movie' ? draft : draft.show
  const name = cleanText(title.title, 500)
  const claims = identitiesOf({ title: name, year: title.year, ids: title.ids }).map((identity): Claim => ({
    ...identity,
    value: entryKey(cleanText(identity.value)),
    kind,
  }))
  return { kind, name, year: title.year, claims, titleId: null }
}

function claimKey(claim: { kind: string; namespace: string; value: string; year: number | null }): string {
  return `${claim.kind} ${claim.namespace} ${claim.year ?? ''} ${claim.value}`
}

function claimRows(claims: readonly Claim[]) {
  return rowsOf(claims, {
    kind: ['text', (c) => c.kind],
    namespace: ['text', (c) => c.namespace],
    value: ['text', (c) => c.value],
    year: ['smallint', (c) => c.year],
  })
}

async function findClaims(tx: Tx, claims: readonly Claim[]): Promise<Map<string, number>> {
  if (claims.length === 0) return new Map()
  const rows = await tx.execute<Claimed>(sql`
    select i.kind, i.namespace, i.value, i.year, i.title_id as "titleId"
    from ${claimRows(claims)} join identity i on i.kind = v.kind and i.namespace = v.namespace and i.value = v.value
      and i.year is not distinct from v.year`)
  return new Map(rows.map((row) => [claimKey(row), row.titleId]))
}

/** Gives every wanted title its id: one already known, one it shares with another of this batch, or a new one. */
async function resolve(tx: Tx, all: readonly Wanted[], found: Map<string, number>): Promise<void> {
  const fresh: { id: number; want: Wanted }[] = []
  const missing = all.filter((want) => !want.claims.some((claim) => found.has(claimKey(claim))))
  const ids = await reserveIds(tx, missing.length)
  const toClaim = new Map<string, Claim & { titleId: number }>()
  for (const want of all) {
    const known = want.claims.map((claim) => found.get(claimKey(claim))).find((id) => id !== undefined)
    want.titleId = known ?? ids.pop() ?? null
    if (want.titleId === null) throw new Error('more titles than reserved ids')
    if (known === undefined) fresh.push({ id: want.titleId, want })
    for (const claim of want.claims) {
      if (found.has(claimKey(claim))) continue
      found.set(claimKey(claim), want.titleId)
      toClaim.set(claimKey(claim), { ...claim, titleId: want.titleId })
    }
  }
  const lost = await insertClaims(tx, [...toClaim.values()], new Set(fresh.map(({ id }) => id)))
  await insertTitles(
    tx,
    fresh.filter(({ id }) => !lost.has(id)),
  )
  for (const want of all) want.titleId = lost.get(want.titleId ?? 0) ?? want.titleId
}

async function reserveIds(tx: Tx, count: number): Promise<number[]> {
  if (count === 0) return []
  const rows = await tx.execute<{ id: number }>(sql`
    select nextval(pg_get_serial_sequence('title', 'id'))::integer as id from generate_series(1, ${count}::integer)`)
  return rows.map((row) => row.id)
}

/** Inserts claims; answers, for every fresh title that lost one to another transaction, the title that has it. */
async function insertClaims(
  tx: Tx,
  claims: (Claim & { titleId: number })[],
  fresh: ReadonlySet<number>,
): Promise<Map<number, number>> {
  if (claims.length === 0) return new Map()
  const sorted = claims.sort((a, b) => (claimKey(a) < claimKey(b) ? -1 : 1))
  const values = rowsOf(sorted, {
    kind: ['text', (c) => c.kind],
    namespace: ['text', (c) => c.namespace],
    value: ['text', (c) => c.value],
    year: ['smallint', (c) => c.year],
    title_id: ['integer', (c) => c.titleId],
  })
  const inserted = await tx.execute<Claimed>(sql`
    insert into identity (kind, namespace, value, year, title_id)
    select v.kind, v.namespace, v.value, v.year, v.title_id from ${values} order by v.ord
    on conflict do nothing returning kind, namespace, value, year, title_id as "titleId"`)
  if (inserted.length === sorted.length) return new Map()
  const mine = new Set(inserted.map(claimKey))
  const taken = sorted.filter((claim) => !mine.has(claimKey(claim)) && fresh.has(claim.titleId))
  const owners = await findClaims(tx, taken)
  const lost = new Map<number, number>()
  for (const claim of taken) {
    const owner = owners.get(claimKey(claim))
    if (owner !== undefined && !lost.has(claim.titleId)) lost.set(claim.titleId, owner)
  }
  // What we did claim for a title that turned out to be another's goes to that other.
  const moves = rowsOf([...lost], { old: ['integer', (l) => l[0]], owner: ['integer', (l) => l[1]] })
  await tx.execute(sql`update identity i set title_id = v.owner from ${moves} where i.title_id = v.old`)
  return lost
}

async function insertTitles(tx: Tx, fresh: readonly { id: number; want: Wanted }[]): Promise<void> {
  if (fresh.length === 0) return
  const values = rowsOf(fresh, {
    id: ['integer', (f) => f.id],
    kind: ['text', (f) => f.want.kind],
    name: ['text', (f) => f.want.name],
    year: ['smallint', (f) => f.want.year],
  })
  await tx.execute(sql`
    insert into title (id, kind, name, year) select v.id, v.kind, v.name, v.year from ${values}`)
}
