import { useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { createSampleStart } from '../setup/sample-start.ts'

/** Sample data: nothing to fill in, one button that starts its run. */
export function SampleStep(props: { onBack: () => void }): JSX.Element {
  const navigate = useNavigate()
  const sample = createSampleStart((runId) => navigate(`/runs/${runId}`))
  return (
    <div class="flex flex-col gap-4">
      <h2 class="text-lead">Sample data</h2>
      <p class="text-body text-fg-2">
        Five made-up libraries with 6,999 items, among them 22 that fail for three reasons. A full ingest of
        all five starts at once and takes about a minute. Nothing of yours is touched; remove the source when
        you have seen enough.
      </p>
      <p role="alert" class="text-table text-fail empty:hidden">
        {sample.error()}
      </p>
      <div class="flex justify-between gap-2">
        <Button onClick={() => props.onBack()}>Back</Button>
        <Button
          variant="primary"
          icon="i-lucide-sparkles"
          busy={sample.isBusy()}
          onClick={() => void sample.start()}
        >
          Add it and start an ingest
        </Button>
      </div>
    </div>
  )
}
