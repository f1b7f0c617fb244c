import type { Tone } from './chip.tsx'

/** Every status is a shape, a word and a tone; colour alone never says it. */
export const statuses = {
  queued: { word: 'Queued', icon: 'i-lucide-circle-dashed', tone: 'neutral' },
  waiting: { word: 'Waiting', icon: 'i-lucide-hourglass', tone: 'neutral' },
  indexing: { word: 'Indexing', icon: 'i-lucide-radar', tone: 'running' },
  running: { word: 'Running', icon: 'i-lucide-loader-circle', tone: 'running' },
  paused: { word: 'Paused', icon: 'i-lucide-circle-pause', tone: 'paused' },
  finished: { word: 'Finished', icon: 'i-lucide-circle-check', tone: 'ok' },
  partial: { word: 'Finished with failures', icon: 'i-lucide-circle-check', tone: 'warn' },
  failed: { word: 'Failed', icon: 'i-lucide-circle-alert', tone: 'fail' },
  cancelled: { word: 'Cancelled', icon: 'i-lucide-ban', tone: 'skip' },
  added: { word: 'Added', icon: 'i-lucide-check', tone: 'neutral' },
  updated: { word: 'Updated', icon: 'i-lucide-refresh-cw', tone: 'neutral' },
  unchanged: { word: 'Unchanged', icon: 'i-lucide-equal', tone: 'neutral' },
  skipped: { word: 'Skipped', icon: 'i-lucide-skip-forward', tone: 'skip' },
} as const satisfies Record<string, { word: string; icon: string; tone: Tone }>

/** A status of the kit. */
export type Status = keyof typeof statuses
