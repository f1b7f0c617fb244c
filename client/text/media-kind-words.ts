import type { MediaKind } from '../api/wire.ts'

/** A library's kind: its name, the icon beside its title, and what a form says about it. */
export const mediaKindWords = {
  movie: { name: 'Movies', icon: 'i-lucide-film', hint: 'Each video file is a movie.' },
  show: { name: 'Shows', icon: 'i-lucide-tv', hint: 'Folders of shows with episodes.' },
  mixed: { name: 'Movies and shows', icon: 'i-lucide-layers', hint: 'The name of each file decides.' },
  bookmark: { name: 'Bookmarks', icon: 'i-lucide-bookmark', hint: 'Links from a bookmarks file.' },
  record: { name: 'Records', icon: 'i-lucide-database', hint: 'Records from a backup or a feed.' },
} as const satisfies Record<MediaKind, { name: string; icon: string; hint: string }>
