import path from 'node:path'
import { createApp } from './app.ts'
import { ensureClient } from './run/client-build.ts'
import { projectFolder } from './run/project-folder.ts'
import { runRole } from './run/run-role.ts'

await runRole(process.argv[2], {
  createApp,
  worker: path.join('jobs', 'main.ts'),
  ensureClient: (say) => ensureClient(projectFolder, say),
})
