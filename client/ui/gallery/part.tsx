import type { JSX } from 'solid-js'
import { SectionHeading } from '../card.tsx'

/** One part of the gallery: a name and its states in a row that wraps. */
export function Part(props: {
  name: string
  children: JSX.Element
  stack?: boolean
  top?: boolean
}): JSX.Element {
  return (
    <section class="border-b border-line py-5">
      <SectionHeading title={props.name} />
      <div
        class={
          props.stack
            ? 'flex flex-col gap-4'
            : `flex flex-wrap gap-3 ${props.top ? 'items-start gap-x-8' : 'items-center'}`
        }
      >
        {props.children}
      </div>
    </section>
  )
}
