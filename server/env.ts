import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import type { Environment, Variable } from '../db/environment/read-variables.ts'
import { readVariables } from '../db/environment/read-variables.ts'
import type { LogLevel } from '../db/environment/variables.ts'
import { sharedVariables } from '../db/environment/variables.ts'
import { StartRefused } from '../db/start-refused.ts'

/** The web's settings as the environment gives them. */
export type ServerSettings = {
  port: number
  host: string
  dataFolder: string
  databaseUrl: string | null
  /** Makes the first admin without the setup page. */
  admin: { email: string; password: string } | null
  secret: string | null
  roots: string[] | null
  /** The origins that people open, like `https://marquee.example.lan`; empty where none is named. */
  publicOrigins: string[]
  logLevel: LogLevel
}

/** The settings of a web that runs: what was open in them has been decided. */
export type ServerEnv = ServerSettings & { databaseUrl: string; secret: string }

const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i

const variables = {
  ...sharedVariables,
  PORT: {
    read: z
      .string()
      .default('4600')
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'must be a port number, 1 to 65535')
      .transform(Number),
    example: '4600',
  },
  HOST: {
    read: z
      .string()
      .refine((text) => isIP(text) !== 0 || hostName.test(text), 'must be an address of this machine')
      .optional(),
    example: '0.0.0.0',
  },
  MARQUEE_ADMIN_EMAIL: {
    read: z.string().pipe(z.email('must be an e-mail address')).optional(),
    example: 'you@example.com',
  },
  MARQUEE_ADMIN_PASSWORD: {
    read: z
      .string()
      .min(8, 'must be 8 characters or more')
      .max(128, 'must be 128 characters or less')
      .optional(),
    example: '(8 to 128 characters)',
    isSecret: true,
  },
  MARQUEE_PUBLIC_URL: {
    read: z.string().optional().transform(readOrigins),
    example: 'https://marquee.example.com,http://192.168.1.20:4600',
  },
} satisfies Record<string, Variable>

/** Reads the web's settings; refuses to start with every fault at once. */
export function readServerSettings(
  environment: Environment = process.env,
  inContainer = isInContainer(environment),
): ServerSettings {
  const values = readVariables(variables, environment)
  const { MARQUEE_ADMIN_EMAIL: email, MARQUEE_ADMIN_PASSWORD: password } = values
  if ((email === undefined) !== (password === undefined)) {
    const missing = email === undefined ? 'MARQUEE_ADMIN_EMAIL' : 'MARQUEE_ADMIN_PASSWORD'
    throw new StartRefused(
      `The settings are not right:\n  ${missing}: is missing; the first admin needs both. ` +
        `Example: ${missing}=${variables[missing].example}`,
    )
  }
  return {
    port: values.PORT,
    host: values.HOST ?? (inContainer ? '0.0.0.0' : '127.0.0.1'),
    dataFolder: values.MARQUEE_DATA,
    databaseUrl: values.DATABASE_URL,
    admin: email !== undefined && password !== undefined ? { email, password } : null,
    secret: values.MARQUEE_SECRET,
    roots: values.MARQUEE_ROOTS,
    publicOrigins: values.MARQUEE_PUBLIC_URL,
    logLevel: values.LOG_LEVEL,
  }
}

/** The whole environment, for the programs that we start. */
export function ownEnvironment(): Environment {
  return process.env
}

function isInContainer(environment: Environment): boolean {
  const saysSo = environment.container ?? environment.KUBERNETES_SERVICE_HOST
  return Boolean(saysSo) || existsSync('/.dockerenv') || existsSync('/run/.containerenv')
}

function readOrigins(text: string | undefined, context: z.RefinementCtx): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const url = URL.canParse(part) ? new URL(part) : null
      if (!url || !['http:', 'https:'].includes(url.protocol) || !url.hostname) {
        context.addIssue(`${JSON.stringify(part)} is not an address that begins with http:// or https://`)
      } else if (url.pathname !== '/' || url.search || url.hash || url.username) {
        context.addIssue(
          `${JSON.stringify(part)} must end behind the host or port: Marquee lives at the root`,
        )
      }
      return url?.origin ?? part
    })
}
