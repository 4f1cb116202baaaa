import type { HistoryPolicy } from '../judging/series/history-policy.js'

/**
 * What is promised about false alarms, and what it rests on. `too-early`: of so few runs nothing can be verified, the
 * assumed policy holds; `chosen`: the policy was chosen by the older half of the runs; `impossible`: every policy that
 * would keep the promise sees too little, the assumed one holds.
 */
export type FalseAlarmPromise =
  | { readonly kind: 'too-early'; readonly policy: HistoryPolicy; readonly runs: number; readonly needed: number }
  | CalibratedPromise

export interface CalibratedPromise {
  readonly kind: 'chosen' | 'impossible'
  readonly policy: HistoryPolicy
  /** Of a change of three commits. */
  readonly sigmas: number
  /** One run in so many may be red without a reason. */
  readonly promised: number
  /** By the older half of the runs, drawn again and again. */
  readonly older: AlarmCount
  /** By the newer half, as it was. */
  readonly newer: AlarmCount & {
    /** Runs with a red of which later runs are too few to tell. */
    readonly undetermined: number
    /** With 95 % confidence no larger share of runs is red without a reason. */
    readonly upperBound: number
  }
  /** Whether the newer half had no more alarms than promised. */
  readonly isHeld: boolean
  /** Series with noise of at most 5 %, and how many of them would fail a run at 25 % slower. */
  readonly steady: { readonly all: number; readonly seeing: number }
}

/** Runs with a new red that nothing had changed for. */
export interface AlarmCount {
  readonly alarms: number
  readonly runs: number
}
