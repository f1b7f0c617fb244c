import { useSearchParams } from '@solidjs/router'
import { For, type JSX } from 'solid-js'
import type { RunLive } from '../../api/live-store.ts'
import { Card, SectionHeading } from '../../ui/card.tsx'
import { LibraryRow } from './library-row.tsx'
import { openLibraries, withLibrary } from './open-libraries.ts'

/** Every library of the run with its own bar; which ones are open is in the URL. */
export function LibrariesCard(props: { live: RunLive }): JSX.Element {
  const [search, setSearch] = useSearchParams()
  const open = () => openLibraries(search['open'])
  return (
    <Card flush>
      <SectionHeading
        title="Libraries"
        inCard
        meta={`${props.live.run.librariesDone} of ${props.live.run.librariesTotal} finished`}
      />
      <ul>
        <For each={props.live.libraries.order}>
          {(id) => (
            <LibraryRow
              runId={props.live.run.id}
              library={props.live.libraries.byId[id]!}
              shows={props.live.shows}
              seq={props.live.seq}
              isPaused={props.live.run.state === 'paused'}
              isDry={props.live.run.dryRun}
              isOpen={open().has(keyOf(props.live, id))}
              onToggle={(isOpen) =>
                setSearch({ open: withLibrary(open(), keyOf(props.live, id), isOpen) }, { replace: true })
              }
            />
          )}
        </For>
      </ul>
    </Card>
  )
}

/** The number that stands for the library in the URL; removed libraries have none of their own any more. */
const keyOf = (live: RunLive, id: number): number => live.libraries.byId[id]?.libraryId ?? -id
