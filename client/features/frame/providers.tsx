import { QueryClientProvider } from '@tanstack/solid-query'
import type { JSX } from 'solid-js'
import { queryClient } from '../../api/query-client.ts'

/** What every page needs around it: the memory of what was fetched. */
export function Providers(props: { children?: JSX.Element }): JSX.Element {
  return <QueryClientProvider client={queryClient}>{props.children}</QueryClientProvider>
}
