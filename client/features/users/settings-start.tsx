import { Navigate } from '@solidjs/router'
import type { JSX } from 'solid-js'

/** `/settings` leads to the first of its pages. */
export default function SettingsStart(): JSX.Element {
  return <Navigate href="/settings/users" />
}
