import { z } from 'zod'
import { makeDataFolder } from '../db/data-folder.ts'
import type { Environment, Variable } from '../db/environment/read-variables.ts'
import { readVariables } from '../db/environment/read-variables.ts'
import type { LogLevel } from '../db/environment/variables.ts'
import { sharedVariables } from '../db/environment/variables.ts'
import { keptSecret } from '../db/secret.ts'
import { StartRefused } from '../db/start-refused.ts'

/** The worker's settings. */
export type JobsEnv = {
  dataFolder: string
  databaseUrl: string
  secret: string
  roots: string[] | null
  logLevel: LogLevel
  /** How often a worker looks for what dead workers left; shorter only in tests. */
  sweepMs: number
}

const variables = {
  ...sharedVariables,
  MARQUEE_SWEEP_MS: {
    read: z
      .string()
      .default('5000')
      .refine((text) => /^\d{2,6}$/.test(text), 'must be a number of milliseconds, 10 to 999999')
      .transform(Number),
    example: '5000',
  },
} satisfies Record<string, Variable>

/** Reads the worker's settings; refuses to start with every fault at once. */
export async function readJobsEnv(environment: Environment = process.env): Promise<JobsEnv> {
  const values = readVariables(variables, environment)
  if (values.DATABASE_URL === null) {
    throw new StartRefused(
      `DATABASE_URL: is missing; a worker that runs apart needs the web's database. ` +
        `Example: DATABASE_URL=${variables.DATABASE_URL.example} (npm start runs both, with a database of its own.)`,
    )
  }
  await makeDataFolder(values.MARQUEE_DATA)
  return {
    dataFolder: values.MARQUEE_DATA,
    databaseUrl: values.DATABASE_URL,
    secret: values.MARQUEE_SECRET ?? (await keptSecret(values.MARQUEE_DATA)),
    roots: values.MARQUEE_ROOTS,
    logLevel: values.LOG_LEVEL,
    sweepMs: values.MARQUEE_SWEEP_MS,
  }
}
