/** The colours: each one in the light and in the dark theme. Utilities carry their names (`bg-surface`, `text-fg-2`). */
export const colourTokens = {
  bg: ['#f9fafc', '#0c0e14'],
  surface: ['#ffffff', '#15171e'],
  sunken: ['#f2f3f6', '#101219'],
  hover: ['#eceef3', '#1f212a'],
  line: ['#dcdee2', '#282b33'],
  'line-strong': ['#83868e', '#707481'],
  fg: ['#181d27', '#eff0f4'],
  'fg-2': ['#4d535e', '#b1b4bd'],
  'fg-3': ['#676c77', '#91959f'],
  accent: ['#215cd0', '#7daafd'],
  'accent-fg': ['#ffffff', '#060f21'],
  'accent-bg': ['#e8f1ff', '#1c2b47'],
  running: ['#215cd0', '#7daafd'],
  'running-bg': ['#e8f1ff', '#1c2b47'],
  ok: ['#0b703f', '#66d592'],
  'ok-bg': ['#dff8e6', '#12301e'],
  fail: ['#be222a', '#fb817f'],
  'fail-bg': ['#ffebeb', '#4b1d1d'],
  'fail-fg': ['#ffffff', '#2b0707'],
  warn: ['#895709', '#f3bd5c'],
  'warn-bg': ['#fff0cc', '#402c0c'],
  skip: ['#546271', '#9facba'],
  'skip-bg': ['#ebeff4', '#232a31'],
  paused: ['#7847a6', '#c9a3f5'],
  'paused-bg': ['#f4ecfe', '#352546'],
  track: ['#e4e6ea', '#282b33'],
} as const satisfies Record<string, readonly [light: string, dark: string]>

/** A colour's name; in CSS it is the variable `--name`. */
export type ColourToken = keyof typeof colourTokens
