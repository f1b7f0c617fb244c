import { z } from 'zod'

/** What the crew tells a worker's process. */
export const zOrder = z.discriminatedUnion('order', [
  z.object({ order: z.literal('start'), databaseUrl: z.string(), sweepMs: z.number(), logLevel: z.string() }),
  z.object({ order: z.literal('stop') }),
])
export type Order = z.output<typeof zOrder>

/** What a worker's process answers. */
export const zAnswer = z.enum(['started', 'stopped'])
export type Answer = z.output<typeof zAnswer>
