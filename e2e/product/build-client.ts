import { ensureClient } from '../../server/run/client-build.ts'
import { projectFolder } from '../../server/run/project-folder.ts'

/** Builds the console once before the first product starts, so that no product has to. */
export default async function buildClient(): Promise<void> {
  await ensureClient(projectFolder, () => undefined)
}
