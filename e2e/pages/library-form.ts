import type { Locator, Page } from '@playwright/test'

/** What is typed for a new library. */
export interface NewLibrary {
  path: string
  title?: string
  kind: 'Movies' | 'Shows'
}

const kinds = { Movies: /^Movies(?! and)/, Shows: /^Shows/ } as const satisfies Record<
  NewLibrary['kind'],
  RegExp
>

/** Fills the fields of a new library, on the page or in the dialog. */
export async function fillLibrary(form: Page | Locator, library: NewLibrary): Promise<void> {
  await form.getByLabel('Folder', { exact: true }).fill(library.path)
  if (library.title !== undefined) await form.getByLabel('Name', { exact: true }).fill(library.title)
  await form.getByRole('radio', { name: kinds[library.kind] }).check()
}
