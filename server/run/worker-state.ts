/** What the web knows of the worker that was started with it. That none answers at all, the database tells. */
export type WorkerState =
  /** It was not started here (`npm run web`). */
  | { state: 'elsewhere' }
  | { state: 'running'; pid: number; startedAt: Date; restarts: number }
  /** It ended by itself and will be started again. */
  | { state: 'waiting'; lastExit: string; startsAt: Date; restarts: number }
  | { state: 'stopped' }
