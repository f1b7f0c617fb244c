import { Match, Switch, type JSX } from 'solid-js'
import type { RunLibraryView } from '../../api/wire.ts'
import { formatCount } from '../../text/format.ts'
import { troubleWords } from '../../text/trouble-words.ts'
import { LaneLabel } from './lane-label.tsx'
import { WaitingFor } from './waiting-for.tsx'

/** The line under a library's name: where it comes from and what is being done, or why it stands still. */
export function LibraryNote(props: { library: RunLibraryView }): JSX.Element {
  return (
    <p
      class="text-meta text-fg-3"
      classList={{ truncate: props.library.code === null && props.library.state !== 'waiting' }}
    >
      <Switch fallback={props.library.sourceTitle}>
        <Match when={props.library.code}>
          {(code) => (
            <span class="text-fail">
              {troubleWords[code()].title}.{' '}
              <span class="text-fg-2">{props.library.detail ?? troubleWords[code()].advice}</span>
            </span>
          )}
        </Match>
        <Match when={props.library.state === 'waiting' && props.library.waitingFor}>
          {(holder) => <WaitingFor runId={holder()} />}
        </Match>
        <Match when={props.library.state === 'waiting'}>{props.library.sourceTitle} · waiting to start</Match>
        <Match when={props.library.state === 'cancelled'}>{props.library.sourceTitle} · cancelled</Match>
        <Match when={props.library.now[0]}>
          {(lane) => (
            <>
              {props.library.sourceTitle} · now <LaneLabel lane={lane()} />
            </>
          )}
        </Match>
        <Match when={props.library.state === 'listing'}>
          {props.library.sourceTitle} · listing what is there
        </Match>
        <Match when={props.library.seenUnchanged > 0}>
          {formatCount(props.library.seenUnchanged)} unchanged since last time · {props.library.sourceTitle}
        </Match>
      </Switch>
    </p>
  )
}
