import type { JSX } from 'solid-js'
import { announcement } from './announcements.ts'

/** The one place screen readers listen to; once in the app. Speak through `announce`. */
export function LiveAnnouncer(): JSX.Element {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" class="ui-sr-only">
      {announcement()}
    </div>
  )
}
