import type { Request } from '@testwarden/core/model/request'
import { median } from '@testwarden/stats/median'
import type { Scope, Stage } from '../pair-id.js'
import { kernelRequest, processRequest } from '../pair-requests.js'
import { type PairRun, sideToRun } from '../progress.js'
import { LEAST_MS, type PairTask, restAfter } from './plan.js'

/** Pairs of one stage, as far as they have run. */
export interface StageTask {
  readonly stage: Stage
  readonly scope: Scope
  /** The words for the slot of the command. */
  readonly filled: readonly string[]
  readonly runs: readonly PairRun[]
  /** So many there are to be. */
  readonly count: number
}

/** A process that takes so many times what the longest took hangs. */
const HANGS_TIMES = 10
const LEAST_LIMIT_MS = 60_000

/** What is to be run next of a stage; null: all has run, or the time is over. A pair that does not fit is not begun. */
export function nextOfStage(task: PairTask, { stage, scope, filled, runs, count }: StageTask): Request | null {
  const run = runs.find((each) => !isComplete(each))
  const pair = run?.pair ?? runs.length
  const restMs = restAfter(task.subject, task.progress.usedMs)
  if (pair >= count || restMs < (run === undefined ? Math.max(LEAST_MS, typicalMs(runs)) : LEAST_MS)) return null
  const side = sideToRun(pair, run)
  if (side === null) return kernelRequest(stage, pair)
  const timeoutMs = Math.min(restMs, limitMs(task))
  return processRequest(task.maker, task, { stage, pair, side, scope, filled, timeoutMs })
}

export function isComplete({ base, head, kernel }: PairRun): boolean {
  return base !== null && head !== null && kernel !== null
}

/** Whether both sides measured something. */
export function isUsable({ base, head }: PairRun): boolean {
  return base?.measured != null && head?.measured != null
}

export function durationOf({ base, head, kernel }: PairRun): number {
  return (base?.durationMs ?? 0) + (head?.durationMs ?? 0) + (kernel?.durationMs ?? 0)
}

/** Milliseconds of a pair; 0 before the first. */
export function typicalMs(runs: readonly PairRun[]): number {
  const complete = runs.filter(isComplete)
  return complete.length === 0 ? 0 : median(complete.map(durationOf))
}

/** What went wrong in each process that measured nothing. */
export function faultsOf(
  runs: readonly PairRun[],
): readonly { readonly side: 'base' | 'head'; readonly fault: string }[] {
  return runs.flatMap(({ base, head }) => [
    ...(base?.fault == null ? [] : [{ side: 'base' as const, fault: base.fault }]),
    ...(head?.fault == null ? [] : [{ side: 'head' as const, fault: head.fault }]),
  ])
}

function limitMs({ progress }: PairTask): number {
  const durations = progress.screen.flatMap(({ base, head }) => [base?.durationMs ?? 0, head?.durationMs ?? 0])
  const isFirst = !progress.screen.some(isComplete)
  return isFirst ? Number.POSITIVE_INFINITY : Math.max(LEAST_LIMIT_MS, HANGS_TIMES * Math.max(...durations))
}
