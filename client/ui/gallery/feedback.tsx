import { Banner } from '../banner.tsx'
import { Button } from '../button.tsx'
import { Card, SectionHeading } from '../card.tsx'
import { EmptyState } from '../empty-state.tsx'
import { ErrorCard } from '../error-card.tsx'
import { SkeletonRows } from '../skeleton.tsx'
import { Part } from './part.tsx'

/** What a page says when it has nothing, not yet, or not any more. */
export function Feedback() {
  return (
    <Part name="Cards, empty, loading, broken" stack>
      <Banner tone="warn" actions={<Button size="small">Retry now</Button>}>
        No connection since 14:14. Showing the last known state.
      </Banner>
      <Banner tone="info" actions={<Button size="small">Reload</Button>}>
        Marquee was updated.
      </Banner>
      <Banner tone="fail">No worker is running. Runs wait until one starts.</Banner>
      <div class="grid gap-4 lg:grid-cols-2">
        <Card flush>
          <SectionHeading
            title="Libraries"
            meta="5 selected · 1 finished"
            inCard
            actions={<a href="#all">All</a>}
          />
          <EmptyState icon="i-lucide-list-checks" sentence="No runs yet. Start one to see progress here.">
            <Button variant="primary">Start ingest</Button>
          </EmptyState>
        </Card>
        <Card flush>
          <SectionHeading title="Loading" inCard />
          <SkeletonRows rows={5} />
        </Card>
        <ErrorCard
          title="The runs could not be loaded."
          detail="The server answered, but not with runs."
          code="internal · 8f2c"
          onRetry={() => {}}
        />
        <Card tone="warn">
          <p class="font-semibold">
            Plex sees these files at <code>/data/horror</code>, but this server can’t.
          </p>
          <p class="mt-1 text-fg-2">
            We checked: <code>/mnt/media/horror</code> contains 14 of the 14 missing files.
          </p>
        </Card>
      </div>
    </Part>
  )
}
