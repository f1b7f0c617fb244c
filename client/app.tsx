import { Router, type RouteDefinition } from '@solidjs/router'
import { ErrorBoundary, lazy, Suspense, type JSX } from 'solid-js'
import { routes } from './routes.tsx'
import { ErrorCard } from './ui/error-card.tsx'
import { LiveAnnouncer } from './ui/live-announcer.tsx'
import { ToastRegion } from './ui/toast-region.tsx'

// The gallery shows every part of the kit in every state; only development builds contain it.
const developmentRoutes: RouteDefinition[] = import.meta.env.DEV
  ? [{ path: '/ui-gallery', component: lazy(() => import('./ui/gallery/gallery.tsx')) }]
  : []

/** The whole client: the pages by their addresses, and the two places that speak from anywhere. */
export function App(): JSX.Element {
  return (
    <>
      <Router root={Frame}>{[...developmentRoutes, ...routes]}</Router>
      <ToastRegion />
      <LiveAnnouncer />
    </>
  )
}

const Frame = (props: { children?: JSX.Element }) => (
  <ErrorBoundary
    fallback={(error: unknown, reset) => (
      <main class="mx-auto max-w-160 p-6">
        <ErrorCard
          title="This page stopped working."
          detail="What was being shown could not be drawn. Nothing on the server is affected."
          details={error instanceof Error ? (error.stack ?? error.message) : String(error)}
          onRetry={reset}
        />
      </main>
    )}
  >
    <Suspense>{props.children}</Suspense>
  </ErrorBoundary>
)
