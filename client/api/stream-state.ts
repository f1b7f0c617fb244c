/** Where the one live connection stands. Times are ms since the epoch. */
export type StreamState =
  | { name: 'live' }
  /** Not there (yet, or any more), and being tried. */
  | { name: 'lost'; sinceMs: number }
  /** The session has ended: nothing is tried until somebody signs in. */
  | { name: 'expired'; sinceMs: number }

/** What can happen to the connection. */
export type StreamMove = 'opened' | 'lost' | 'expired' | 'signed-in'

/** How the connection is shown: a dot with words, a banner, a dialog. */
export type StreamView =
  | { kind: 'live' }
  | { kind: 'reconnecting'; seconds: number }
  | { kind: 'offline'; sinceMs: number }
  | { kind: 'expired'; seconds: number }

/** After how long a lost connection is called offline. */
const OFFLINE_MS = 60_000

/** The state after a move. A loss keeps its first moment, and an expired session ends only with a sign-in. */
export function streamAfter(state: StreamState, move: StreamMove, nowMs: number): StreamState {
  switch (move) {
    case 'signed-in':
      return { name: 'lost', sinceMs: nowMs }
    case 'expired':
      return state.name === 'expired' ? state : { name: 'expired', sinceMs: nowMs }
    case 'opened':
      return state.name === 'expired' ? state : { name: 'live' }
    case 'lost':
      return state.name === 'live' ? { name: 'lost', sinceMs: nowMs } : state
  }
}

/** What is shown of a state at a moment. */
export function streamView(state: StreamState, nowMs: number): StreamView {
  if (state.name === 'live') return { kind: 'live' }
  const goneMs = Math.max(0, nowMs - state.sinceMs)
  const seconds = Math.floor(goneMs / 1000)
  if (state.name === 'expired') return { kind: 'expired', seconds }
  if (goneMs >= OFFLINE_MS) return { kind: 'offline', sinceMs: state.sinceMs }
  return { kind: 'reconnecting', seconds }
}
