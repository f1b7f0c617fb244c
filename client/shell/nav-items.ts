import type { NavItem } from './shell-data.ts'

type Place = Pick<NavItem, 'href' | 'label' | 'icon'> & { under: readonly string[] }

/** The places there are, in the order of the rail; `under` are the addresses that belong to each. */
const places: readonly Place[] = [
  { href: '/', label: 'Console', icon: 'i-lucide-layout-dashboard', under: [] },
  { href: '/runs', label: 'Runs', icon: 'i-lucide-list-checks', under: ['/runs', '/r'] },
  { href: '/sources', label: 'Sources', icon: 'i-lucide-library', under: ['/sources'] },
  { href: '/settings/users', label: 'Settings', icon: 'i-lucide-settings', under: ['/settings'] },
]

/** The navigation as it stands at an address; `extra` adds what is counted, by address of the place. */
export function navItems(
  pathname: string,
  extra: Partial<Record<string, Pick<NavItem, 'count' | 'countLabel' | 'tone'>>> = {},
): NavItem[] {
  return places.map(({ under, ...place }) => ({
    ...place,
    isCurrent:
      pathname === place.href ||
      under.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`)),
    ...extra[place.href],
  }))
}
