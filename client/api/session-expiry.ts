import { createSignal } from 'solid-js'

const [isExpired, setExpired] = createSignal(false)

/** True from the moment the server no longer knows somebody who was signed in, until they sign in again. */
export { isExpired }

let wasSignedIn = false

/** Remembers that somebody is signed in: only then can a session expire. */
export function noteSignedIn(): void {
  wasSignedIn = true
  setExpired(false)
}

/** Told when a call was refused for want of a session. */
export function expireSession(): void {
  if (wasSignedIn) setExpired(true)
}
