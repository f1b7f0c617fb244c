import type { JSX } from 'solid-js'
import { Menu, type MenuEntry, type MenuProps } from '../ui/menu.tsx'
import type { Theme } from '../ui/theme.ts'
import type { ShellData } from './shell-data.ts'

const themes: { theme: Theme; label: string; icon: string }[] = [
  { theme: 'system', label: 'System theme', icon: 'i-lucide-monitor' },
  { theme: 'light', label: 'Light theme', icon: 'i-lucide-sun' },
  { theme: 'dark', label: 'Dark theme', icon: 'i-lucide-moon' },
]

/** Who is signed in, the theme, and the way out. */
export function UserMenu(props: {
  data: ShellData
  placement: NonNullable<MenuProps['placement']>
  /** Only the icon, where there is no room for the name. */
  isNarrow: boolean
}): JSX.Element {
  const entries = (): MenuEntry[] => [
    ...(props.data.user
      ? [{ kind: 'heading' as const, label: `${props.data.user.name} · ${props.data.user.role}` }]
      : []),
    ...themes.map(({ theme, label, icon }) => ({
      label,
      icon,
      isChosen: theme === props.data.theme,
      onSelect: () => props.data.onTheme(theme),
    })),
    { kind: 'line' },
    { label: 'Sign out', icon: 'i-lucide-log-out', onSelect: () => props.data.onSignOut() },
  ]
  return (
    <Menu
      entries={entries()}
      placement={props.placement}
      variant="ghost"
      icon="i-lucide-circle-user-round"
      label={props.isNarrow ? `Account of ${props.data.user?.name ?? ''}` : undefined}
      class={props.isNarrow ? '' : 'min-w-0 flex-1 justify-start! gap-2.5! px-2!'}
    >
      {props.isNarrow ? undefined : <span class="truncate">{props.data.user?.name}</span>}
    </Menu>
  )
}
