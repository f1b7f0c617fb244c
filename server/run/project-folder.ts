import path from 'node:path'

/** The folder that this Marquee is installed in. */
export const projectFolder = path.resolve(import.meta.dirname, '../..')
