import type { RunEvent } from '../../api/wire.ts'

/** The shape and colour beside an event; the word is for those who see neither. */
export interface EventLook {
  icon: string
  colour: string
  word: string | null
}

const icons: Partial<Record<RunEvent['type'], string>> = {
  'run.started': 'i-lucide-play',
  'prescan.started': 'i-lucide-radar',
  'prescan.advanced': 'i-lucide-radar',
  'prescan.locked': 'i-lucide-list-checks',
  'total.locked': 'i-lucide-list-checks',
  'ingest.started': 'i-lucide-play',
  'run.paused': 'i-lucide-pause',
  'run.resumed': 'i-lucide-play',
  'run.waiting': 'i-lucide-hourglass',
  'run.cancelled': 'i-lucide-ban',
}

/** How an event looks: trouble by its level, the good ends in green, all else quiet. */
export function eventLook(event: Pick<RunEvent, 'type' | 'level'>): EventLook {
  if (event.level === 'error') return { icon: 'i-lucide-circle-alert', colour: 'text-fail', word: 'Error:' }
  if (event.level === 'warn')
    return { icon: 'i-lucide-triangle-alert', colour: 'text-warn', word: 'Warning:' }
  if (event.type === 'library.finished' || event.type === 'run.finished') {
    return { icon: 'i-lucide-circle-check', colour: 'text-ok', word: null }
  }
  return { icon: icons[event.type] ?? 'i-lucide-circle-check', colour: 'text-fg-3', word: null }
}
