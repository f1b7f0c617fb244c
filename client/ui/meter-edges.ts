/** One part of a bar, from the left: committed, skipped, failed, or (`tint`) worked on but not yet committed. */
export type MeterSegment = { tone: 'done' | 'skip' | 'fail' | 'tint'; value: number }

/** Where a segment ends: a share of the bar, and pixels to keep free around small neighbours. */
export type MeterEdge = { tone: MeterSegment['tone']; share: number; isEmpty: boolean }

/** The right edge of each segment as a share of the total, in order; what is settled never ends before `floor`. */
export function meterEdges(segments: readonly MeterSegment[], total: number, floor: number): MeterEdge[] {
  let sum = 0
  const edges = segments.map((segment): MeterEdge => {
    sum += segment.value
    const share = total > 0 ? Math.min(1, sum / total) : 1
    return { tone: segment.tone, share, isEmpty: segment.value <= 0 }
  })
  const settled = edges.findLastIndex((edge) => edge.tone !== 'tint')
  for (const edge of edges.slice(Math.max(0, settled))) edge.share = Math.max(edge.share, floor)
  return edges
}

/** How far the bar has come for good: the end of the last segment that is settled. */
export const settledShare = (edges: readonly MeterEdge[]): number =>
  edges.findLast((edge) => edge.tone !== 'tint')?.share ?? 0

/** The smallest width a failed segment is drawn with, so that one failure among thousands is seen. */
export const failMinPx = 2

/** The CSS length at which a segment ends, with room made for failed segments that would be too thin to see. */
export function edgeLength(edges: readonly MeterEdge[], index: number): string {
  const edge = edges[index]
  if (!edge) return '0%'
  const own = percent(edge.share)
  const failsAfter = edges.slice(index + 1).some((later) => later.tone === 'fail' && !later.isEmpty)
  if (failsAfter) return `min(${own}, 100% - ${failMinPx}px)`
  if (edge.tone !== 'fail' || edge.isEmpty) return own
  return `max(${own}, min(${percent(edges[index - 1]?.share ?? 0)} + ${failMinPx}px, 100%))`
}

const percent = (share: number) => `${(share * 100).toFixed(4)}%`
