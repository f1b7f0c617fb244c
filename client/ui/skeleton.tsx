import { Index, type JSX } from 'solid-js'
import './skeleton.css'

/** A grey block of the size of what will stand here (`class="h-5 w-40"`). Shown after 150 ms. */
export function Skeleton(props: { class?: string }): JSX.Element {
  return <span aria-hidden="true" class={`ui-skeleton ${props.class ?? 'h-5 w-full'}`} />
}

/** Lines of grey blocks in place of a list, named for screen readers. */
export function SkeletonRows(props: { rows: number; label?: string }): JSX.Element {
  return (
    <div role="status" class="flex flex-col">
      <span class="ui-sr-only">{props.label ?? 'Loading'}</span>
      <Index each={Array.from({ length: props.rows })}>
        {(_, index) => (
          <div class="flex h-9 items-center gap-4 px-4">
            <Skeleton class="h-4 w-4" />
            <Skeleton class={index % 3 === 1 ? 'h-3.5 w-2/5' : 'h-3.5 w-1/3'} />
            <Skeleton class="ml-auto h-3.5 w-16" />
          </div>
        )}
      </Index>
    </div>
  )
}
