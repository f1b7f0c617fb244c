/** Every rule that a source can break: what the conformance suite asks of it. */
export type Rule =
  | 'key unique'
  | 'key fits an index'
  | 'label says something'
  | 'kind is known'
  | 'season is a number'
  | 'text can be stored'
  | 'json survives'
  | 'show is grouped once'
  | 'batch is bounded'
  | 'listing is deterministic'
  | 'listing is as expected'
  | 'trouble is in the catalogue'
  | 'trouble says what'
  | 'one reading for each entry'
  | 'reading is deterministic'
  | 'draft is whole'
  | 'bad entry is a reading'
  | 'abort stops'
  | 'abort is no trouble'
  | 'check says something'
  | 'close is harmless'

/** One way in which a source breaks a rule, with what broke it. */
export interface Violation {
  rule: Rule
  what: string
}

/** Collects violations; a rule that many entries break is told with its first few. */
export class Violations {
  readonly list: Violation[] = []
  readonly #told = new Map<Rule, number>()

  add(rule: Rule, what: string): void {
    const told = this.#told.get(rule) ?? 0
    this.#told.set(rule, told + 1)
    if (told < 5) this.list.push({ rule, what })
  }

  /** Adds the violation unless the condition holds. */
  unless(holds: boolean, rule: Rule, what: string): void {
    if (!holds) this.add(rule, what)
  }
}
