import type { LiveFrame, LiveTopic } from '../../db/domain/run-view.ts'
import type { Person } from '../trpc.ts'

/** A frame with the cursor that a reader who has it should send when it comes back. */
export interface CursorFrame {
  cursor: string
  frame: LiveFrame
}

/** Thrown into a stream whose reader may no longer read anything: signed out, removed or banned. */
export class NoLongerAllowed extends Error {
  constructor() {
    super('Sign in again.')
    this.name = 'NoLongerAllowed'
  }
}

/** Thrown at who comes while the server stops: come back in a moment. */
export class HubStopping extends Error {
  constructor() {
    super('The server is stopping.')
    this.name = 'HubStopping'
  }
}

/** Fans the facts of runs out to every subscriber of this process. */
export interface LiveHub {
  /**
   * Frames of the topics, from `cursor` on with nothing lost or doubled (a snapshot where the cursor is unknown
   * or too old), until `signal` aborts. Topics the person may not see answer with one `gone` frame. It never
   * ends of itself, as the client would then stay away for good; it throws `NoLongerAllowed`.
   */
  subscribe(options: {
    topics: LiveTopic[]
    cursor: string | null
    person: Person
    /** The request by which they signed in, to be asked again while the stream is open. */
    request?: Request
    signal: AbortSignal
  }): AsyncIterable<CursorFrame>
  close(): Promise<void>
}
