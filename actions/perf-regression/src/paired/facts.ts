import type { Direction } from '@testwarden/core/model/benchmark'
import type { Side, Stage, Step } from './pair-id.js'

/** What pairs of base and change measured: values only, small enough to hand over to another job. */
export interface PairedFacts {
  readonly outcome: PairedOutcome
  /** Ascending by key. */
  readonly metrics: readonly PairedMetric[]
  /** In the order in which they ran. */
  readonly rounds: readonly PairRound[]
  /** Pairs of each stage, as the config has them. */
  readonly wanted: Readonly<Record<Stage, number>>
  /** Pairs of each stage, as many as fit into the time; decided before any of their values was looked at. */
  readonly planned: Readonly<Record<Stage, number>>
  /** Milliseconds that all commands took together. */
  readonly usedMs: number
  /** null: no limit. */
  readonly budgetMs: number | null
  /** What the whole plan would take, as far as pairs so far can tell; null: it fitted. */
  readonly neededMs: number | null
  /** Things worth saying that changed nothing. */
  readonly notes: readonly string[]
}

export type PairedOutcome =
  | { readonly kind: 'measured' }
  /** Both trees have the same files. */
  | { readonly kind: 'same-tree' }
  /** There is nothing to pair with. */
  | { readonly kind: 'no-base'; readonly reason: string }
  /** Too little time for even the fewest pairs; {@link PairedFacts.neededMs} says how much it takes. */
  | { readonly kind: 'too-little-time' }
  | BrokenOutcome

/** A tree that gave no measurements. */
export interface BrokenOutcome {
  readonly kind: 'broken'
  readonly side: Side | 'both'
  readonly step: Step | 'command'
  /** Behind the name of the step: `failed (exit code 1): its output is in the log`. */
  readonly fault: string
}

/** One metric of one benchmark, in every pair that has both. */
export interface PairedMetric {
  readonly key: string
  /** Of the change where both have it. */
  readonly unit: string
  /** Where it is another one; null: it is the same, or there is none. */
  readonly baseUnit: string | null
  readonly direction: Direction
  readonly presence: Presence
  /** Whether its screen was such that fresh pairs had to decide. */
  readonly isCandidate: boolean
  readonly screen: readonly ValuePair[]
  /** Only of candidates. */
  readonly confirm: readonly ValuePair[]
}

/** `failed`: the change's report says that the benchmark failed. */
export type Presence = 'both' | 'new' | 'gone' | 'failed'

/** What base and change measured, in {@link PairedMetric.unit}: of each process one number. */
export type ValuePair = readonly [base: number, head: number]

/** One pair of processes. */
export interface PairRound {
  readonly stage: Stage
  /** From 0. */
  readonly pair: number
  readonly base: ProcessTimes
  readonly head: ProcessTimes
  /** What the reference kernel took behind them; null where it could not run. */
  readonly kernel: { readonly wallNs: number; readonly cpuNs: number } | null
}

export interface ProcessTimes {
  readonly wallMs: number
  /** null where it cannot be told. */
  readonly cpuMs: number | null
}
