import { useLocation } from '@solidjs/router'
import { createMemo, createSignal, type JSX } from 'solid-js'
import { navItems } from '../../shell/nav-items.ts'
import type { StreamState } from '../../shell/shell-data.ts'
import { Shell } from '../../shell/shell.tsx'
import { Button } from '../button.tsx'
import { createDocumentTitle } from '../document-title.ts'
import { Meter } from '../meter.tsx'
import { NavTabs } from '../nav-tabs.tsx'
import { PageHeader } from '../page-header.tsx'
import { SegmentedControl } from '../radio-group.tsx'
import { StatusChip } from '../status-icon.tsx'
import { setTheme, theme } from '../theme.ts'
import { showToast } from '../toasts.ts'
import { Buttons } from './buttons.tsx'
import { Feedback } from './feedback.tsx'
import { Fields } from './fields.tsx'
import { Lists } from './lists.tsx'
import { Meters } from './meters.tsx'
import { Overlays } from './overlays.tsx'
import { States } from './states.tsx'

type Kind = StreamState['kind'] | 'late'

/** Every part of the kit in every state, within the shell. Development builds only. */
export default function Gallery(): JSX.Element {
  const location = useLocation()
  const [kind, setKind] = createSignal<Kind>('live')
  const stream = createMemo((): StreamState => {
    const now = kind()
    if (now === 'reconnecting') return { kind: 'reconnecting', seconds: 2 }
    if (now === 'late') return { kind: 'reconnecting', seconds: 8 }
    if (now === 'offline') return { kind: now, since: '2026-08-22T14:14:00', onRetry: () => setKind('live') }
    return { kind: now }
  })
  createDocumentTitle(() => 'UI gallery')
  return (
    <Shell
      nav={navItems('/runs/1042', {
        '/runs': { count: '1 live', countLabel: '1 run is live', tone: 'running' },
        '/sources': { count: '9', countLabel: '9 sources' },
      })}
      stream={stream()}
      user={{ name: 'Ana Lovelace', role: 'Admin' }}
      theme={theme()}
      onTheme={setTheme}
      onSignOut={() => showToast({ title: 'Signed out' })}
    >
      <PageHeader
        title="Full ingest · 5 libraries"
        breadcrumb={[{ label: 'Runs', href: '/ui-gallery' }]}
        here="#1042"
        chip={<StatusChip status="running" />}
        meta="Started by Ana 14:02 · 12m 04s"
        actions={
          <>
            <Button icon="i-lucide-pause">Pause</Button>
            <Button>Cancel…</Button>
            <Button icon="i-lucide-link" label="Copy link" />
          </>
        }
        mini={
          <Meter
            size="thin"
            label="Run, in the header"
            valueText="4,367 of 6,999 items"
            total={6999}
            segments={[{ tone: 'done', value: 4367 }]}
          />
        }
        tabs={
          <NavTabs
            label="Run #1042"
            tabs={[
              { href: location.pathname, label: 'Overview', isCurrent: true },
              { href: '/ui-gallery?tab=items', label: 'Items', count: '6,999', isCurrent: false },
              {
                href: '/ui-gallery?tab=failures',
                label: 'Failures',
                count: '22',
                tone: 'fail',
                isCurrent: false,
              },
              { href: '/ui-gallery?tab=events', label: 'Events', isCurrent: false },
            ]}
          />
        }
      />
      <div class="px-[var(--gutter)] pb-12">
        <SegmentedControl
          class="mt-4"
          label="Stream state"
          value={kind()}
          onChange={setKind}
          choices={[
            { value: 'live', label: 'Live' },
            { value: 'reconnecting', label: 'Reconnecting, 2 s' },
            { value: 'late', label: 'Reconnecting, 8 s' },
            { value: 'offline', label: 'Offline' },
            { value: 'paused', label: 'Hidden' },
          ]}
        />
        <Meters />
        <States />
        <Buttons />
        <Fields />
        <Overlays />
        <Lists />
        <Feedback />
      </div>
    </Shell>
  )
}
