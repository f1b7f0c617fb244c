import { expect } from '@playwright/test'
import type { Api } from './api.ts'

/** A finished run over sample libraries of its own, made as fast as it goes. */
export interface SampleDone {
  sourceId: number
  runId: number
  /** Its libraries by their titles. */
  libraries: Map<string, number>
}

/** Makes a sample source of that name and takes it in. */
export async function ingestSample({ call }: Api, name: string): Promise<SampleDone> {
  const config = { itemsPerSecond: 0 }
  const { sourceId } = await call.sources.create.mutate({ kind: 'sample', name, config })
  const { libraries } = await call.libraries.list.query({ sourceId })
  const libraryIds = libraries.map((library) => library.libraryId)
  const { runId } = await call.runs.start.mutate({ libraryIds, mode: 'full' })
  const state = async () => (await call.runs.get.query({ runId })).state
  await expect.poll(state, { timeout: 90_000, message: 'the sample is taken in' }).toBe('finished')
  return {
    sourceId,
    runId,
    libraries: new Map(libraries.map((library) => [library.title, library.libraryId])),
  }
}
