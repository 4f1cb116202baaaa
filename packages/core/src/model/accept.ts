/** An entry of `.github/testwarden/accepted.yml`: one rule may fall to a lower limit, for a reason and until a day. */
export interface Accept {
  /** Id of the rule: `patch-line`. */
  readonly rule: string
  /** Which of several the rule judges, such as the module of `critical-module`; null where it judges one thing. */
  readonly subject: string | null
  /** Exact decimal, in the unit of the rule. */
  readonly limit: string
  readonly reason: string
  readonly author: string
  /** The last day on which it counts, `2026-12-31`, in UTC. */
  readonly expires: string
}

/** An entry with its place in the file. */
export interface WrittenAccept extends Accept {
  readonly path: string
  /** 1-based; null when it is unknown. */
  readonly line: number | null
}

/**
 * Whether an entry counts in a run, and why. `base`: the base branch has it; `labelled`: only the change has it, and the
 * pull request carries the label; `own`: there is no base to ask, as on a push; `unlabelled` and `expired` do not count.
 */
export type AcceptStanding = 'base' | 'labelled' | 'own' | 'unlabelled' | 'expired'

export interface WeighedAccept extends WrittenAccept {
  readonly standing: AcceptStanding
}
