import type { JSX } from 'solid-js'
import { ActivityRail } from './activity-rail.tsx'
import { CountsLegend } from './counts-legend.tsx'
import { LibrariesCard } from './libraries-card.tsx'
import { RunBar } from './run-bar.tsx'
import { RunContext } from './run-context.ts'
import { RunHero } from './run-hero.tsx'

/** One number, one bar, what it is made of; then the libraries and what has happened. */
export default function Overview(): JSX.Element {
  const live = RunContext.use()
  return (
    <div class="mx-auto max-w-330 px-[var(--gutter)] pt-5 pb-10">
      <RunHero live={live()} />
      <div class="mt-5">
        <RunBar live={live()} size="hero" />
      </div>
      <CountsLegend run={live().run} />
      <div class="mt-5 grid items-start gap-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
        <LibrariesCard live={live()} />
        <ActivityRail live={live()} />
      </div>
    </div>
  )
}
