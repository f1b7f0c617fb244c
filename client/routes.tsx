import type { RouteDefinition } from '@solidjs/router'
import { lazy } from 'solid-js'
import { Providers } from './features/frame/providers.tsx'
import { SignedInFrame } from './features/frame/signed-in-frame.tsx'

/** Every address of the client and the page behind it. */
export const routes: RouteDefinition[] = [
  {
    path: '/',
    component: Providers,
    children: [
      { path: '/setup', component: lazy(() => import('./features/setup/setup-page.tsx')) },
      { path: '/sign-in', component: lazy(() => import('./features/session/sign-in-page.tsx')) },
      { path: '/invite/:token', component: lazy(() => import('./features/invites/invite-page.tsx')) },
      {
        path: '/',
        component: SignedInFrame,
        children: [
          { path: '/', component: lazy(() => import('./features/console/console-page.tsx')) },
          { path: '/runs', component: lazy(() => import('./features/runs/runs-page.tsx')) },
          { path: '/r/:id', component: lazy(() => import('./features/runs/short-link.tsx')) },
          {
            path: '/runs/:id',
            component: lazy(() => import('./features/run/run-page.tsx')),
            children: [
              { path: '/', component: lazy(() => import('./features/run/overview.tsx')) },
              { path: '/items', component: lazy(() => import('./features/items/items-tab.tsx')) },
              { path: '/events', component: lazy(() => import('./features/events/events-tab.tsx')) },
            ],
          },
          { path: '/sources', component: lazy(() => import('./features/sources/sources-page.tsx')) },
          { path: '/sources/new', component: lazy(() => import('./features/sources/new-source-page.tsx')) },
          { path: '/settings/users', component: lazy(() => import('./features/users/users-page.tsx')) },
          { path: '/settings', component: lazy(() => import('./features/users/settings-start.tsx')) },
          { path: '*', component: lazy(() => import('./features/frame/not-found-page.tsx')) },
        ],
      },
    ],
  },
]
