import { tracked, TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { LiveTopic } from '../../db/domain/run-view.ts'
import { HubStopping, NoLongerAllowed } from '../live/hub.ts'
import { viewer } from '../trpc.ts'

const zTopic = z.custom<LiveTopic>(
  (topic) => typeof topic === 'string' && /^(?:runs|run:[1-9]\d{0,8})$/.test(topic),
  'A topic is “runs” or “run:” and a number.',
)

/**
 * The one subscription of a page. `lastEventId` is what the browser brings back after a lost connection and wins
 * over `cursor`, which the page itself remembered.
 */
export const live = viewer
  .input(
    z.object({
      topics: z.array(zTopic).min(1, 'Say at least one topic.').max(20, 'At most 20 topics a stream.'),
      cursor: z.string().max(1000).nullish(),
      lastEventId: z.string().max(1000).nullish(),
    }),
  )
  .subscription(async function* ({ ctx, input, signal }) {
    const frames = ctx.live.subscribe({
      topics: [...new Set(input.topics)],
      cursor: input.lastEventId ?? input.cursor ?? null,
      person: ctx.person,
      request: ctx.request,
      signal: signal ?? new AbortController().signal,
    })
    try {
      for await (const { cursor, frame } of frames) yield tracked(cursor, frame)
    } catch (error) {
      if (error instanceof NoLongerAllowed) {
        throw new TRPCError({ code: 'UNAUTHORIZED', message: error.message, cause: error })
      }
      // The client comes back by itself after this one.
      if (error instanceof HubStopping) {
        throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: error.message, cause: error })
      }
      throw error
    }
  })
