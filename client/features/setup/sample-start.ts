import { createSignal } from 'solid-js'
import { api } from '../../api/api.ts'
import { failureOf } from '../../api/failure.ts'
import { queryClient } from '../../api/query-client.ts'
import { newIdempotencyKey, startRun } from '../../api/start-run.ts'

/** Makes the sample source (or finds the one that is there) and starts a full run over its libraries. */
export function createSampleStart(onStarted: (runId: number) => void) {
  const [isBusy, setBusy] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const key = newIdempotencyKey()

  const start = async () => {
    if (isBusy()) return
    setBusy(true)
    setError(undefined)
    try {
      const sourceId = (await sampleSourceId()) ?? (await makeSampleSource())
      const { libraries } = await api.libraries.list.query()
      const ids = libraries.filter((library) => library.sourceId === sourceId).map((one) => one.libraryId)
      const runId = await startRun({ libraryIds: ids, mode: 'full' }, key)
      await queryClient.invalidateQueries({ queryKey: ['libraries'] })
      onStarted(runId)
    } catch (caught) {
      setError(failureOf(caught).message)
    }
    setBusy(false)
  }
  return { start, isBusy, error }
}

async function sampleSourceId(): Promise<number | undefined> {
  const { sources } = await api.sources.list.query()
  return sources.find((source) => source.kind === 'sample')?.sourceId
}

async function makeSampleSource(): Promise<number> {
  const { sourceId } = await api.sources.create.mutate({ kind: 'sample', name: 'Sample data', config: {} })
  void queryClient.invalidateQueries({ queryKey: ['sources'] })
  return sourceId
}
