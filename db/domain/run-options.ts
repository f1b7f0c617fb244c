/** What a run may be told beside its mode; `force` takes what is already in the library. */
export interface RunOptions {
  kinds?: ('movie' | 'episode')[]
  verbose?: boolean
  force?: boolean
  /** The dry run whose plan this run carries out: what has changed since is refused. */
  planOf?: number
}
