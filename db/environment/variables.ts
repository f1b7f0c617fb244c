import path from 'node:path'
import { z } from 'zod'
import type { Variable } from './read-variables.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** How much a program logs. */
export type LogLevel = (typeof logLevels)[number]

/** The variables that the web and the worker both read, and read alike. */
export const sharedVariables = {
  /** Uploads, the secret and the embedded database, as an absolute path. */
  MARQUEE_DATA: {
    read: z
      .string()
      .default('./data')
      .transform((folder) => path.resolve(folder)),
    example: './data',
  },
  /** A PostgreSQL of the user's own; null where none is named. */
  DATABASE_URL: {
    read: z.string().optional().transform(readDatabaseUrl),
    example: 'postgres://marquee:password@db.example.lan:5432/marquee',
    isSecret: true,
  },
  /** What credentials are encrypted with; null where it is kept in the data folder. */
  MARQUEE_SECRET: {
    read: z
      .string()
      .min(32, 'must be 32 characters or more')
      .optional()
      .transform((secret) => secret ?? null),
    example: '(the output of: openssl rand -base64 32)',
    isSecret: true,
  },
  /** The folders that filesystem libraries may point into; null where any may. */
  MARQUEE_ROOTS: {
    read: z.string().optional().transform(readRoots),
    example: '/media/films:/media/shows',
  },
  LOG_LEVEL: {
    read: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
    example: 'info',
  },
} satisfies Record<string, Variable>

function readDatabaseUrl(text: string | undefined, context: z.RefinementCtx): string | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || !url.hostname) {
    context.addIssue('must be the address of a PostgreSQL database, beginning with postgres://')
    return z.NEVER
  }
  if (url.pathname.length < 2) {
    context.addIssue('names no database (the part behind the port)')
    return z.NEVER
  }
  return text
}

function readRoots(text: string | undefined, context: z.RefinementCtx): string[] | null {
  if (text === undefined) return null
  const folders = text.split(':')
  for (const folder of folders) {
    if (!path.isAbsolute(folder)) {
      context.addIssue('must be absolute folders, separated by ":"')
      return z.NEVER
    }
  }
  return folders.map((folder) => path.resolve(folder))
}
