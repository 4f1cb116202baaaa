import type { CommandReport, Request } from '@testwarden/core/model/request'
import type { BenchCommand } from '../bench-command.js'
import type { PairedOutcome } from '../facts.js'
import type { Stage } from '../pair-id.js'
import type { RequestMaker } from '../pair-requests.js'
import type { MeasuredPairs } from '../paired-metrics.js'
import type { PairProgress } from '../progress.js'
import type { PairSubject } from '../subject.js'

/** What is to be run next, and what is known so far. */
export interface PairPlan {
  /** null: nothing more. */
  readonly request: Request | null
  /** Once there is no request. */
  readonly outcome: PairedOutcome
  readonly progress: PairProgress
  readonly measured: MeasuredPairs
  readonly planned: Readonly<Record<Stage, number>>
  /** Milliseconds of the whole plan, where it does not fit into the budget. */
  readonly neededMs: number | null
}

/** What a part of the plan says; the rest follows from {@link EMPTY_PLAN}. */
export type Planned = Partial<Omit<PairPlan, 'progress'>>

export const EMPTY_PLAN: Omit<PairPlan, 'progress'> = {
  request: null,
  outcome: { kind: 'measured' },
  measured: { metrics: [], names: { wanted: [], others: [] } },
  planned: { screen: 0, confirm: 0 },
  neededMs: null,
}

/** Everything that is planned with. */
export interface PairTask {
  readonly subject: PairSubject
  readonly progress: PairProgress
  readonly maker: RequestMaker
  readonly command: BenchCommand
  readonly report: CommandReport
}

/** In less time hardly a program starts. */
export const LEAST_MS = 1_000

/** Milliseconds of the budget once so many are used; Infinity without one. */
export function restAfter({ settings }: Pick<PairSubject, 'settings'>, usedMs: number): number {
  return (settings['pair-budget'].value ?? Number.POSITIVE_INFINITY) - usedMs
}
