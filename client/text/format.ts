// The product speaks English with a 24-hour clock; one place to change that.
const locale = 'en-GB'

const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const atMostOneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const clockSeconds = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const dateTime = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** "6,999": always grouped. */
export const formatCount = (value: number): string => count.format(value)

/** "62.4", never "100.0" before the end: what is not finished is not rounded up to finished. */
export function formatPercent(percent: number): string {
  if (percent >= 100) return '100'
  return oneDecimal.format(Math.floor(percent * 10) / 10)
}

/** "9.6" or "312": how many a second. */
export const formatRate = (perSecond: number): string =>
  perSecond < 100 ? atMostOneDecimal.format(perSecond) : count.format(perSecond)

/** "22 failures", "1 failure"; irregular plurals are given. */
export const formatQuantity = (value: number, one: string, many = `${one}s`): string =>
  `${count.format(value)} ${value === 1 ? one : many}`

/** "4s", "12m 04s", "1h 02m", "2d 03h": how long something took. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const two = (value: number) => String(value).padStart(2, '0')
  if (hours >= 24) return `${Math.floor(hours / 24)}d ${two(hours % 24)}h`
  if (hours > 0) return `${hours}h ${two(minutes % 60)}m`
  if (minutes > 0) return `${minutes}m ${two(seconds % 60)}s`
  return `${seconds}s`
}

/** "less than a minute", "about 7 min", "about 1 h 20 min": how long it may still take. */
export function formatTimeLeft(seconds: number): string {
  if (seconds < 60) return 'less than a minute'
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `about ${minutes} min`
  // Beyond an hour a single minute would be a claim; five are not.
  const rounded = Math.round(minutes / 5) * 5
  const hours = Math.floor(rounded / 60)
  return rounded % 60 === 0 ? `about ${hours} h` : `about ${hours} h ${rounded % 60} min`
}

/** "1.4 GB": sizes in powers of 1000, as file managers show them. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const number = unit === 0 || value >= 99.95 ? count.format(value) : atMostOneDecimal.format(value)
  return `${number} ${units[unit]}`
}

/** "14:02". */
export const formatClock = (at: string): string => clock.format(new Date(at))

/** "14:14:02". */
export const formatClockSeconds = (at: string): string => clockSeconds.format(new Date(at))

/** "21 Nov 2026". */
export const formatDay = (at: string): string => day.format(new Date(at))

/** "21 Nov 2026, 14:14:02". */
export const formatDateTime = (at: string): string => dateTime.format(new Date(at))

/** "just now", "5 min ago", "2 h ago", "yesterday", "3 d ago", then the date; also "in 5 min". */
export function formatRelative(at: string, now: number): string {
  const differenceMs = now - Date.parse(at)
  const minutes = Math.floor(Math.abs(differenceMs) / 60_000)
  const hours = Math.floor(minutes / 60)
  if (minutes < 1) return differenceMs < 0 ? 'in less than a minute' : 'just now'
  const words = minutes < 60 ? `${minutes} min` : `${hours} h`
  if (hours < 24) return differenceMs < 0 ? `in ${words}` : `${words} ago`
  const days = Math.floor(hours / 24)
  if (days >= 14) return formatDay(at)
  if (differenceMs < 0) return days === 1 ? 'tomorrow' : `in ${days} d`
  return days === 1 ? 'yesterday' : `${days} d ago`
}
