import type { JSX } from 'solid-js'
import { LinkButton } from '../../ui/button.tsx'
import { createDocumentTitle } from '../../ui/document-title.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

/** An address that leads nowhere. */
export default function NotFoundPage(): JSX.Element {
  createDocumentTitle(() => 'Not found')
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState icon="i-lucide-map-pin-off" sentence="There is no page at this address.">
        <LinkButton href="/">Go to the console</LinkButton>
      </EmptyState>
    </>
  )
}
