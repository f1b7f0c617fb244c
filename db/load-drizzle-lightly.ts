import { registerHooks, type ResolveFnOutput } from 'node:module'

/**
 * Makes what is imported afterwards load drizzle-orm without 200 MB of garbage. To tell whether a `.js` file is a
 * module, Node reads the nearest package.json, and parses the whole of its `exports` each time: drizzle's are
 * 130 kB, and it has a hundred files (a worker measured 400 MB at its start, and 120 with this). So the files of
 * drizzle are said to be modules without asking, and each of its names is looked up once.
 */
export function loadDrizzleLightly(): void {
  const found = new Map<string, ResolveFnOutput>()
  registerHooks({
    resolve(specifier, context, next) {
      const parent = context.parentURL ?? ''
      if (/^\.{1,2}\/.*\.js$/.test(specifier) && /\/node_modules\/drizzle-orm\/.*\.js$/.test(parent)) {
        return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true }
      }
      if (!/^drizzle-orm(\/|$)/.test(specifier) || !context.conditions.includes('import')) {
        return next(specifier, context)
      }
      const known = found.get(specifier) ?? next(specifier, context)
      found.set(specifier, known)
      return { ...known, shortCircuit: true }
    },
  })
}
