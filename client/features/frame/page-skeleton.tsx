import type { JSX } from 'solid-js'
import { Skeleton, SkeletonRows } from '../../ui/skeleton.tsx'

/** The outline of a page while its code or its first answer is on the way. */
export function PageSkeleton(): JSX.Element {
  return (
    <div class="px-[var(--gutter)] py-5">
      <h1 class="ui-sr-only">Loading</h1>
      <Skeleton class="mb-6 h-7 w-52" />
      <SkeletonRows rows={6} label="Loading the page" />
    </div>
  )
}
