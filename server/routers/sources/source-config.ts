import { z } from 'zod'
import type { Json } from '../../../db/domain/json.ts'
import { parsePart } from '../../errors/bad-input.ts'

/** Settings as they are stored. */
export type Config = { [key: string]: Json }

/** What a kind asks of its sources: SOURCE_SETTINGS has one for each. */
export interface KindOfSource {
  config: z.ZodType<{ [key: string]: unknown }>
  secret: string | null
}

const zConfig = z.record(z.string(), z.json())

/** Checks the settings of a source and takes its secret out of them. */
export function readSourceConfig(
  kind: KindOfSource,
  given: unknown,
): { config: Config; secret: string | null } {
  const config = zConfig.parse(parsePart(kind.config, 'config', given))
  if (kind.secret === null) return { config, secret: null }
  const { [kind.secret]: secret, ...rest } = config
  return { config: rest, secret: typeof secret === 'string' && secret !== '' ? secret : null }
}
