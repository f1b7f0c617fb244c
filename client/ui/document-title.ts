import { createEffect, onCleanup } from 'solid-js'

/** Names the tab for as long as its owner lives: "62% · #1042 Full ingest". */
export function createDocumentTitle(title: () => string): void {
  createEffect(() => {
    document.title = `${title()} · Marquee`
  })
  onCleanup(() => {
    document.title = 'Marquee'
  })
}
