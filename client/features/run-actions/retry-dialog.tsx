import { For, Match, Show, Switch, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { loaded } from '../../api/loaded.ts'
import { useRetryPreview, useRetryRun } from '../../api/run-control.ts'
import type { EntryFilter } from '../../api/wire.ts'
import { formatCount, formatQuantity } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'

/** Asks before failures are tried again: how many, in which attempt, and which ones cannot be. */
export function RetryDialog(props: {
  open: boolean
  runId: number
  nextAttempt: number
  filter: EntryFilter
  onClose: () => void
}): JSX.Element {
  const preview = useRetryPreview(() => ({ runId: props.runId, filter: props.filter, isOpen: props.open }))
  const retry = useRetryRun()
  const found = () => loaded(preview)
  const refusal = () => {
    if (preview.isError) return failureOf(preview.error).message
    return retry.isError ? failureOf(retry.error).message : undefined
  }
  const reason = () => {
    if (!found()) return 'Still counting'
    return found()?.eligible === 0 ? 'None of them can be retried' : undefined
  }
  const close = () => {
    retry.reset()
    props.onClose()
  }
  const confirm = () => {
    const expectedCount = found()?.eligible
    if (!expectedCount || retry.isPending) return
    const request = { runId: props.runId, filter: props.filter, expectedCount }
    // What it was told may have moved since: count again, and let the person look.
    retry.mutate(request, { onSuccess: close, onError: () => void preview.refetch() })
  }
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={
        found()
          ? `Retry ${formatQuantity(found()?.eligible ?? 0, 'failure')} (attempt ${props.nextAttempt})?`
          : `Retry (attempt ${props.nextAttempt})?`
      }
      description="They are tried again in this run. What is in already stays as it is."
      onConfirm={confirm}
      footer={
        <>
          <Button onClick={close}>Leave them</Button>
          <Button variant="primary" busy={retry.isPending} disabledReason={reason()} onClick={confirm}>
            {found() ? `Retry ${formatCount(found()?.eligible ?? 0)}` : 'Retry'}
          </Button>
        </>
      }
    >
      <Switch>
        <Match when={preview.isPending}>
          <SkeletonRows rows={1} label="Counting what can be retried" />
        </Match>
        <Match when={(found()?.ineligible.length ?? 0) > 0 && found()}>
          {(counted) => (
            <div class="text-table text-fg-2">
              <p>Not these:</p>
              <ul class="list-disc pl-5">
                <For each={counted().ineligible}>
                  {(group) => (
                    <li>
                      {formatCount(group.count)} {group.reason}
                    </li>
                  )}
                </For>
              </ul>
            </div>
          )}
        </Match>
      </Switch>
      <Show when={refusal()}>
        <p role="alert" class="text-table text-fail">
          {refusal()}
        </p>
      </Show>
    </Dialog>
  )
}
