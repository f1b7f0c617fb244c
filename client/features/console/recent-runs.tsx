import { For, type JSX } from 'solid-js'
import type { RunSummary } from '../../api/wire.ts'
import { Card, SectionHeading } from '../../ui/card.tsx'
import { RunLine } from '../runs/run-line.tsx'

/** The runs that ended last. */
export function RecentRuns(props: { runs: readonly RunSummary[] }): JSX.Element {
  return (
    <Card flush>
      <SectionHeading
        title="Recent runs"
        inCard
        actions={
          <a class="text-table" href="/runs">
            See all runs
          </a>
        }
      />
      <ul aria-label="Recent runs">
        <For each={props.runs}>{(run) => <RunLine run={run} />}</For>
      </ul>
    </Card>
  )
}
