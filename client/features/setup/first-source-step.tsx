import { useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { Button, LinkButton } from '../../ui/button.tsx'
import { createSampleStart } from './sample-start.ts'

/** A folder of one's own, or made-up data to look around with. */
export function FirstSourceStep(): JSX.Element {
  const navigate = useNavigate()
  const sample = createSampleStart((runId) => navigate(`/runs/${runId}`))
  return (
    <div class="flex flex-col gap-5">
      <section aria-labelledby="own" class="flex flex-col items-start gap-2">
        <h2 id="own" class="text-body">
          Your own media
        </h2>
        <p class="text-table text-fg-2">Point Marquee at folders of movies or shows on this machine.</p>
        <LinkButton variant="primary" icon="i-lucide-folder-plus" href="/sources/new?kind=filesystem">
          Add a folder
        </LinkButton>
      </section>
      <section aria-labelledby="sample" class="flex flex-col items-start gap-2 border-t border-line pt-5">
        <h2 id="sample" class="text-body">
          Look around first
        </h2>
        <p class="text-table text-fg-2">
          Five made-up libraries with 6,999 items are ingested while you watch, in about a minute. Nothing of
          yours is touched.
        </p>
        <Button icon="i-lucide-sparkles" busy={sample.isBusy()} onClick={() => void sample.start()}>
          Explore with sample data
        </Button>
        <p role="alert" class="text-table text-fail empty:hidden">
          {sample.error()}
        </p>
      </section>
      <a href="/" class="text-table">
        Skip this for now
      </a>
    </div>
  )
}
