import type { MediaFacts } from '../../../db/domain/media.ts'

// Cinema pictures are cut above and below, old ones at the sides: whichever side reaches further decides.
const STEPS = [
  { name: '2160p', width: 3200, height: 1800 },
  { name: '1440p', width: 2200, height: 1300 },
  { name: '1080p', width: 1600, height: 900 },
  { name: '720p', width: 1100, height: 640 },
  { name: '576p', width: 1000, height: 560 },
] as const

/** The usual word for a picture's size ('1080p'); null if the container does not say it. */
export function resolutionOf(facts: MediaFacts | null): string | null {
  if (!facts?.width || !facts.height) return null
  const { width, height } = facts
  return STEPS.find((step) => width >= step.width || height >= step.height)?.name ?? '480p'
}
