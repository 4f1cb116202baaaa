import type { Scope } from '../pair-id.js'
import { everythingWords, selectingWords } from '../pair-requests.js'
import { type MeasuredPairs, screenedMetrics } from '../paired-metrics.js'
import type { PairRun } from '../progress.js'
import { confirmPairs, leastConfirmPairs } from './pair-counts.js'
import { type PairTask, type Planned, restAfter } from './plan.js'
import { MOST_FAULTS, type ScreenDone } from './plan-screen.js'
import { durationOf, faultsOf, isComplete, nextOfStage, typicalMs } from './stage.js'

/** Fresh pairs of what the screen found. */
export function planConfirm(task: PairTask, screen: ScreenDone): Planned {
  const { policy, settings } = task.subject
  const measured = screenedMetrics(screen.runs, policy)
  const known = { measured, planned: { screen: screen.planned, confirm: 0 }, neededMs: screen.neededMs }
  const candidates = measured.metrics.filter(({ isCandidate }) => isCandidate).length
  if (candidates === 0) return known
  const least = leastConfirmPairs(candidates, policy.falseAlarmRate)
  const wanted = Math.max(least, settings['confirm-pairs'].value)
  const { scope, filled } = scopeOf(task, measured)
  const runs = task.progress.confirm[scope]
  const count = countOf(task, { runs, scope, screen, least, wanted })
  if (count === 'too-little-time') return { ...known, neededMs: neededOf(task, { runs, screen, wanted }) }
  const planned = { screen: screen.planned, confirm: count }
  const neededMs = count < wanted ? neededOf(task, { runs, screen, wanted }) : screen.neededMs
  if (faultsOf(runs).length >= MOST_FAULTS) return { ...known, planned, neededMs }
  const request = nextOfStage(task, { stage: 'confirm', scope, filled, runs, count })
  return { ...known, planned, neededMs, request }
}

/** A tool that did not run what it was told runs everything. */
function scopeOf(
  { command, progress }: Pick<PairTask, 'command' | 'progress'>,
  { names }: Pick<MeasuredPairs, 'names'>,
): { readonly scope: Scope; readonly filled: readonly string[] } {
  const filled = selectingWords(command, names)
  const isDeaf = progress.confirm.some.slice(0, 1).some((run) => missesSome(run, names.wanted))
  return filled === null || isDeaf ? { scope: 'all', filled: everythingWords(command) } : { scope: 'some', filled }
}

function missesSome({ base, head }: PairRun, wanted: readonly string[]): boolean {
  return [base, head].some((run) => {
    if (run === null) return false
    const names = new Set(run.measured?.metrics.map(({ name }) => name))
    return wanted.some((name) => !names.has(name))
  })
}

interface Confirming {
  readonly runs: readonly PairRun[]
  readonly scope: Scope
  readonly screen: ScreenDone
  readonly least: number
  readonly wanted: number
}

/** How many pairs there are to be. Until the first has shown what one takes, one of the screen is taken as the most. */
function countOf(task: PairTask, { runs, scope, screen, least, wanted }: Confirming): number | 'too-little-time' {
  const [first] = runs
  if (first === undefined) {
    const mostMs = typicalMs(screen.runs) * (scope === 'some' ? 1 : least)
    return restAfter(task.subject, task.progress.usedMs) < mostMs ? 'too-little-time' : wanted
  }
  if (!isComplete(first)) return wanted
  const time = { restMs: restAfter(task.subject, usedAfterFirst(task, runs)), pairMs: durationOf(first) }
  return confirmPairs(time, { wanted, least }) ?? 'too-little-time'
}

function usedAfterFirst({ progress }: PairTask, runs: readonly PairRun[]): number {
  return progress.usedMs - runs.slice(1).reduce((sum, run) => sum + durationOf(run), 0)
}

function neededOf(task: PairTask, { runs, screen, wanted }: Pick<Confirming, 'runs' | 'screen' | 'wanted'>): number {
  const [first] = runs
  if (first === undefined) return task.progress.usedMs + wanted * typicalMs(screen.runs)
  return usedAfterFirst(task, runs) + (wanted - 1) * durationOf(first)
}
