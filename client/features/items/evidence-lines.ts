import type { Json } from '../../api/wire.ts'

/** The facts behind an outcome, one line each; what is nested is told by its path, "first.uid". */
export function evidenceLines(evidence: { [key: string]: Json } | null): [string, string][] {
  return evidence === null ? [] : Object.entries(evidence).flatMap(([key, value]) => linesOf(key, value))
}

function linesOf(path: string, value: Json): [string, string][] {
  if (value === null) return [[path, 'none']]
  if (Array.isArray(value)) return [[path, value.map(plain).join(', ')]]
  if (typeof value !== 'object') return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => linesOf(`${path}.${key}`, inner))
}

const plain = (value: Json): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
