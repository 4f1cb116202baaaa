import type { HistoryPolicy } from '../judging/series/history-policy.js'

/**
 * What is promised about false alarms, and what it rests on. `too-early`: of so few runs nothing can be verified;
 * `impossible`: every policy that would keep the promise sees too little. In both cases the assumed policy holds.
 */
export type FalseAlarmPromise =
  | { readonly kind: 'too-early'; readonly policy: HistoryPolicy; readonly runs: number; readonly needed: number }
  | ({ readonly kind: 'impossible' } & VerifiedPolicy)
  | ({
      readonly kind: 'chosen'
      /** Of a change of three commits. */
      readonly sigmas: number
      /** By the older half of the runs, drawn again and again. */
      readonly older: AlarmCount
      readonly steady: SteadySeries
    } & VerifiedPolicy)

export interface VerifiedPolicy {
  readonly policy: HistoryPolicy
  /** What it would have done in the newer half of the runs. */
  readonly newer: AlarmCount & {
    /** Runs with a red of which later runs are too few to tell. */
    readonly undetermined: number
    /** With 95 % confidence no larger share of runs is red without a reason. */
    readonly upperBound: number
  }
  /** Whether the newer half had no more alarms than promised. */
  readonly isHeld: boolean
}

/** Runs with a new red that nothing had changed for. */
export interface AlarmCount {
  readonly alarms: number
  readonly runs: number
}

/** Series with noise of at most 5 %, and how many of them would fail a run at 25 % slower. */
export interface SteadySeries {
  readonly all: number
  readonly seeing: number
}
