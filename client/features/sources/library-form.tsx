import { createSignal, type JSX } from 'solid-js'
import { faultsIn } from '../../api/failure.ts'
import { useCreateLibrary } from '../../api/libraries.ts'
import type { MediaKind } from '../../api/wire.ts'
import { mediaKindWords } from '../../text/media-kind-words.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FolderPicker } from './folder-picker.tsx'
import { folderTitle } from './folder-title.ts'

type FolderKind = Extract<MediaKind, 'movie' | 'show' | 'mixed'>

/** What was typed for a new library, what is wrong with it, and the way to save it. */
export function createLibraryForm() {
  const create = useCreateLibrary()
  const [path, setPath] = createSignal('')
  const [title, setTitle] = createSignal('')
  const [kind, setKind] = createSignal<FolderKind>('movie')
  const [faults, setFaults] = createSignal<{ path?: string; title?: string }>({})
  const [error, setError] = createSignal<string>()
  const reset = () => {
    setPath('')
    setTitle('')
    setKind('movie')
    setFaults({})
    setError(undefined)
  }
  // A fault is about what was there; what is typed now has not been looked at.
  const typePath = (typed: string) => {
    setPath(typed)
    setFaults(({ path: _path, ...others }) => others)
  }
  const typeTitle = (typed: string) => {
    setTitle(typed)
    setFaults(({ title: _title, ...others }) => others)
  }
  const name = () => title().trim() || folderTitle(path())
  const save = async (sourceId: number): Promise<boolean> => {
    const found = {
      ...(path().trim() ? {} : { path: 'Say which folder: a full path such as /media/films.' }),
      ...(name() || !path().trim() ? {} : { title: 'Give it a name.' }),
    }
    setFaults(found)
    setError(undefined)
    if (create.isPending || Object.keys(found).length > 0) return false
    try {
      await create.mutateAsync({
        sourceId,
        title: name(),
        mediaKind: kind(),
        config: { path: path().trim() },
      })
      return true
    } catch (caught) {
      const refusal = faultsIn(caught, { 'config.path': 'path', title: 'title' })
      setFaults(refusal.faults)
      setError(refusal.rest)
      return false
    }
  }
  return {
    path,
    typePath,
    title,
    typeTitle,
    kind,
    setKind,
    faults,
    error,
    reset,
    save,
    isBusy: () => create.isPending,
  }
}

const folderKinds: readonly FolderKind[] = ['movie', 'show', 'mixed']

/** The fields of a new library: folder, name, what is in it. */
export function LibraryFields(props: { form: ReturnType<typeof createLibraryForm> }): JSX.Element {
  return (
    <div class="flex flex-col gap-4">
      <FolderPicker path={props.form.path()} onPath={props.form.typePath} error={props.form.faults().path} />
      <TextField
        label="Name"
        value={props.form.title()}
        onInput={props.form.typeTitle}
        placeholder={folderTitle(props.form.path())}
        error={props.form.faults().title}
        hint="Left empty, the folder’s own name is taken."
        maxlength={100}
      />
      <RadioGroup<FolderKind>
        label="What is in it"
        value={props.form.kind()}
        choices={folderKinds.map((kind) => ({
          value: kind,
          label: mediaKindWords[kind].name,
          hint: mediaKindWords[kind].hint,
        }))}
        onChange={props.form.setKind}
      />
      <p role="alert" class="text-table text-fail empty:hidden">
        {props.form.error()}
      </p>
    </div>
  )
}
