import { Navigate, useParams } from '@solidjs/router'
import type { JSX } from 'solid-js'

/** `/r/1042`: a link that can be spoken. */
export default function ShortLink(): JSX.Element {
  const params = useParams()
  return <Navigate href={`/runs/${params['id'] ?? ''}`} />
}
