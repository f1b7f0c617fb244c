import { watch } from 'node:fs'
import path from 'node:path'

// Editors write a file in several steps, and a change of branch touches many files.
const settleMs = 150

/** Calls back once a change of the folders' TypeScript has settled; `close` ends it. */
export function watchSources(folders: string[], onChange: () => void): { close: () => void } {
  let timer: NodeJS.Timeout | undefined
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, name) => {
      if (name === null || path.extname(name) !== '.ts' || name.endsWith('.test.ts')) return
      clearTimeout(timer)
      timer = setTimeout(onChange, settleMs)
    }),
  )
  return {
    close: () => {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
    },
  }
}
