import { createSignal, onCleanup } from 'solid-js'
import { Button } from '../button.tsx'
import { Meter } from '../meter.tsx'
import { Part } from './part.tsx'

/** Bars before and after their total is locked, with every kind of end. */
export function Meters() {
  const [settled, setSettled] = createSignal(2400)
  const [isLocked, setLocked] = createSignal(true)
  const [isRunning, setRunning] = createSignal(false)
  const timer = setInterval(() => isRunning() && setSettled((was) => Math.min(6900, was + 140)), 220)
  onCleanup(() => clearInterval(timer))
  return (
    <Part name="Meters" stack>
      <div class="flex gap-2">
        <Button size="small" onClick={() => setRunning(!isRunning())}>
          {isRunning() ? 'Stop' : 'Run'}
        </Button>
        <Button size="small" onClick={() => setSettled(600)}>
          Try to go backwards
        </Button>
        <Button size="small" onClick={() => setLocked(!isLocked())}>
          {isLocked() ? 'Unlock the total' : 'Lock the total'}
        </Button>
      </div>
      <Meter
        size="hero"
        label="Run"
        valueText="4,367 of 6,999 items, 22 failed"
        total={isLocked() ? 6999 : null}
        segments={[
          { tone: 'done', value: settled() },
          { tone: 'skip', value: 72 },
          { tone: 'fail', value: 22 },
          { tone: 'tint', value: 120 },
        ]}
        failHref="#failed"
      />
      <Meter size="hero" label="Indexing" valueText="4,118 items found" total={null} segments={[]} />
      <Meter label="Sweep" open="sweep" valueText="1,204 items found" total={null} segments={[]} />
      <Meter
        label="One failure in 100,000"
        valueText="100,000 of 100,000 files, 1 failed"
        total={100_000}
        segments={[
          { tone: 'done', value: 99_999 },
          { tone: 'fail', value: 1 },
        ]}
      />
      <Meter
        label="Paused"
        state="paused"
        valueText="442 of 756 movies"
        total={756}
        segments={[
          { tone: 'done', value: 420 },
          { tone: 'skip', value: 22 },
        ]}
      />
      <Meter
        label="Finished"
        state="finished"
        valueText="412 of 412 movies"
        total={412}
        segments={[
          { tone: 'done', value: 380 },
          { tone: 'skip', value: 32 },
        ]}
      />
      <Meter
        label="Finished with failures"
        state="finished"
        valueText="412 of 412 movies, 14 failed"
        total={412}
        segments={[
          { tone: 'done', value: 388 },
          { tone: 'skip', value: 10 },
          { tone: 'fail', value: 14 },
        ]}
      />
      <Meter
        label="Thin"
        size="thin"
        valueText="34 of 283 episodes"
        total={283}
        segments={[{ tone: 'done', value: 34 }]}
      />
      <Meter label="Empty" valueText="Nothing to do" total={0} state="finished" segments={[]} />
    </Part>
  )
}
