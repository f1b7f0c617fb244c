import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Api } from './api.ts'

/** A folder source for the libraries of one test file; several of the same product stand side by side. */
export async function addFolderSource({ call }: Api, name: string): Promise<number> {
  const { sourceId } = await call.sources.create.mutate({ kind: 'filesystem', name, config: {} })
  return sourceId
}

/** Makes a folder with these (empty) files and a library of movies that points at it. */
export async function addLibrary(
  { call }: Api,
  library: { sourceId: number; title: string; path: string; files?: string[] },
): Promise<number> {
  const { sourceId, title, files = [] } = library
  await mkdir(library.path, { recursive: true })
  for (const file of files) await writeFile(path.join(library.path, file), '')
  const config = { path: library.path }
  const { libraryId } = await call.libraries.create.mutate({ sourceId, title, mediaKind: 'movie', config })
  return libraryId
}
