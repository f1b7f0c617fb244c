import type { Theme } from '../ui/theme.ts'

/** A place in the rail and in the phone's tab bar. */
export type NavItem = {
  href: string
  label: string
  /** An icon class. */
  icon: string
  isCurrent: boolean
  /** Made already: "1 live", "9". */
  count?: string | undefined
  /** What the count is, for screen readers: "1 run is live". */
  countLabel?: string | undefined
  /** `fail` only while something is wrong. */
  tone?: 'running' | 'fail' | undefined
  /** Left out of the phone's tab bar, which has room for five. */
  onlyInRail?: boolean
}

/** How the live stream stands. */
export type StreamState =
  | { kind: 'live'; batches?: number }
  | { kind: 'reconnecting'; seconds: number }
  | { kind: 'offline'; since: string; onRetry: () => void }
  | { kind: 'paused' }

/** Who is signed in. */
export type ShellUser = { name: string; email?: string; role: string }

/** All that the shell shows, handed in, so that it needs no server. */
export type ShellData = {
  nav: readonly NavItem[]
  stream: StreamState
  user?: ShellUser | undefined
  theme: Theme
  onTheme: (theme: Theme) => void
  onSignOut: () => void
}
