import { createSignal, For, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { useAnswerMissing } from '../../api/libraries.ts'
import { usePerson } from '../../api/session.ts'
import type { LibraryView } from '../../api/wire.ts'
import { formatCount, formatQuantity } from '../../text/format.ts'
import { lacksRole } from '../../text/role-words.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { MarkDialog } from './mark-dialog.tsx'
import { missingWords, type MissingQuestion } from './missing-words.ts'

/** The question of a library of which much is gone at once: is it, or is only a disk away? */
export function MissingCard(props: { library: LibraryView; question: MissingQuestion }): JSX.Element {
  const person = usePerson()
  const answer = useAnswerMissing()
  const [isAsking, setAsking] = createSignal(false)
  const reason = () => lacksRole(person()?.role, 'member')
  const said = () => missingWords(props.library.title, props.question)
  const say = (how: 'mark' | 'keep') =>
    answer.mutate(
      { libraryId: props.library.libraryId, runId: props.question.runId, answer: how },
      {
        onSuccess: ({ marked }) =>
          how === 'mark' &&
          showToast({
            title: `${formatQuantity(marked, 'item')} of ${props.library.title} marked as missing.`,
          }),
        onError: (error) =>
          showToast({ title: 'Nothing was marked.', detail: failureOf(error).message, tone: 'fail' }),
      },
    )
  const isBusy = (how: 'mark' | 'keep') => answer.isPending && answer.variables.answer === how

  return (
    <div class="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div class="min-w-0 flex-[1_1_320px]">
        <p class="text-body">
          {said()} <span class="text-fg-2">Nothing was marked: is a disk not mounted?</span>
        </p>
        <details class="mt-1 text-table text-fg-2">
          <summary class="inline-flex min-h-6 cursor-pointer items-center underline">
            See {props.question.sample.length < props.question.missing ? 'some of them' : 'them'}
          </summary>
          <ul class="mt-1 font-mono text-meta [overflow-wrap:anywhere]">
            <For each={props.question.sample}>{(key) => <li>{key}</li>}</For>
          </ul>
        </details>
        <p class="mt-1 text-meta text-fg-2">
          Asked after <a href={`/runs/${props.question.runId}`}>#{props.question.runId}</a>
        </p>
      </div>
      <div class="flex flex-wrap gap-2">
        <Button busy={isBusy('mark')} disabledReason={reason()} onClick={() => setAsking(true)}>
          Mark {formatCount(props.question.missing)} as missing…
        </Button>
        <Button busy={isBusy('keep')} disabledReason={reason()} onClick={() => say('keep')}>
          Leave as it is
        </Button>
      </div>
      <MarkDialog
        open={isAsking()}
        title={props.library.title}
        count={props.question.missing}
        onClose={() => setAsking(false)}
        onMark={() => {
          setAsking(false)
          say('mark')
        }}
      />
    </div>
  )
}
