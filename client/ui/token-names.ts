/** The colour tokens of tokens.css, each one also the name of a utility colour (`bg-surface`, `text-fg-2`). */
export const tokenNames = [
  'bg',
  'surface',
  'sunken',
  'hover',
  'line',
  'line-strong',
  'fg',
  'fg-2',
  'fg-3',
  'accent',
  'accent-fg',
  'accent-bg',
  'running',
  'running-bg',
  'ok',
  'ok-bg',
  'fail',
  'fail-bg',
  'fail-fg',
  'warn',
  'warn-bg',
  'skip',
  'skip-bg',
  'paused',
  'paused-bg',
  'track',
] as const

/** A colour token's name. */
export type TokenName = (typeof tokenNames)[number]
