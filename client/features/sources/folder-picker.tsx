import { createSignal, For, Match, Show, Switch, type JSX } from 'solid-js'
import { failureOf } from '../../api/failure.ts'
import { useFolders } from '../../api/libraries.ts'
import { loaded } from '../../api/loaded.ts'
import { Button } from '../../ui/button.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** A folder of the server: typed, or found by walking. */
export function FolderPicker(props: {
  path: string
  onPath: (path: string) => void
  error: string | undefined
}): JSX.Element {
  const [at, setAt] = createSignal<string | null>(null)
  const [isOpen, setOpen] = createSignal(false)
  const folders = useFolders(() => ({ path: at(), isOpen: isOpen() }))
  const list = () => loaded(folders)
  const go = (path: string | null) => {
    setAt(path)
    if (path !== null) props.onPath(path)
  }
  const browse = () => {
    if (!isOpen()) setAt(props.path.trim() || null)
    setOpen(!isOpen())
  }
  return (
    <div class="flex flex-col gap-2">
      <TextField
        label="Folder"
        mono
        icon="i-lucide-folder"
        placeholder="/media/films"
        autocomplete="off"
        value={props.path}
        onInput={props.onPath}
        error={props.error}
        hint="The full path on the machine that Marquee runs on."
        end={
          <Button size="small" class="-mr-1.5" aria-expanded={isOpen()} onClick={browse}>
            {isOpen() ? 'Close' : 'Browse'}
          </Button>
        }
      />
      <Show when={isOpen()}>
        <div class="rounded-group border border-line" role="group" aria-label="Folders">
          <div class="flex min-h-9 items-center gap-2 border-b border-line px-2">
            <Button
              size="small"
              variant="ghost"
              icon="i-lucide-corner-left-up"
              label="Up one folder"
              disabledReason={list() && at() === null ? 'This is where it starts' : undefined}
              onClick={() => go(list()?.parent ?? null)}
            />
            <code class="min-w-0 flex-1 truncate text-meta">{at() ?? 'Where folders may be'}</code>
          </div>
          <div class="h-52 overflow-auto" aria-busy={folders.isFetching}>
            <Switch>
              <Match when={folders.isError}>
                <p class="p-4 text-table text-fail">{failureOf(folders.error).message}</p>
              </Match>
              <Match when={folders.isPending}>
                <SkeletonRows rows={4} label="Reading the folder" />
              </Match>
              <Match when={list()?.folders.length === 0}>
                <p class="p-4 text-table text-fg-2">No folders inside. This one can be chosen.</p>
              </Match>
              <Match when={list()}>
                {(found) => (
                  <ul>
                    <For each={found().folders}>
                      {(folder) => (
                        <li>
                          <button
                            type="button"
                            class="flex min-h-8 w-full cursor-pointer items-center gap-2 px-3 text-start text-table hover:bg-hover"
                            onClick={() => go(folder.path)}
                          >
                            <span class="i-lucide-folder text-fg-3" />
                            <span class="min-w-0 flex-1 truncate">{folder.name}</span>
                            <span class="i-lucide-chevron-right text-fg-3" />
                          </button>
                        </li>
                      )}
                    </For>
                    <Show when={found().more}>
                      <li class="px-3 py-2 text-meta text-fg-3">
                        There are more. Type the path to reach them.
                      </li>
                    </Show>
                  </ul>
                )}
              </Match>
            </Switch>
          </div>
        </div>
      </Show>
    </div>
  )
}
