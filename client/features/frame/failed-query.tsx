import type { JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { ErrorCard } from '../../ui/error-card.tsx'

/** In place of what could not be loaded: what, why, and a way to try again. The rest of the page lives. */
export function FailedQuery(props: {
  /** What failed: "The runs could not be loaded." */
  what: string
  query: { error: unknown; isFetching: boolean; refetch: () => unknown }
}): JSX.Element {
  const failure = () => failureOf(props.query.error)
  return (
    <ErrorCard
      title={props.what}
      detail={failure().message}
      code={failure().code ?? undefined}
      isRetrying={props.query.isFetching}
      onRetry={() => void props.query.refetch()}
    />
  )
}
