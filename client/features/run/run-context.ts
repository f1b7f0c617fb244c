import { createContext, useContext, type Accessor } from 'solid-js'
import type { RunLive } from '../../api/live-store.ts'

const context = createContext<Accessor<RunLive>>()

/** The run that the page around is about. */
export const RunContext = {
  Provider: context.Provider,
  use(): Accessor<RunLive> {
    const found = useContext(context)
    if (!found) throw new Error('RunContext is read outside a run page')
    return found
  },
}
