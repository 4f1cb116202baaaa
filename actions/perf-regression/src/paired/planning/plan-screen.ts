import { LEAST_SCREEN } from '../config.js'
import type { BrokenOutcome } from '../facts.js'
import { everythingWords } from '../pair-requests.js'
import type { PairRun } from '../progress.js'
import { screenPairs } from './pair-counts.js'
import { type PairTask, type Planned, restAfter } from './plan.js'
import { durationOf, faultsOf, isUsable, nextOfStage } from './stage.js'

/** A benchmark may fail once without a reason that matters; so many times it is broken. */
export const MOST_FAULTS = 3

export type ScreenPlan = { readonly kind: 'planned'; readonly plan: Planned } | ScreenDone

/** The screen as it is looked at: once. */
export interface ScreenDone {
  readonly kind: 'done'
  readonly runs: readonly PairRun[]
  readonly planned: number
  /** Of the whole plan, where it does not fit. */
  readonly neededMs: number | null
}

export function planScreen(task: PairTask): ScreenPlan {
  const { settings } = task.subject
  const runs = task.progress.screen
  const [first] = runs
  if (first === undefined || first.base === null || first.head === null || first.kernel === null)
    return { kind: 'planned', plan: planFirst(task, first) }
  const pairMs = durationOf(first)
  const usedMs = task.progress.steps.reduce((sum, { durationMs }) => sum + durationMs, pairMs)
  const wanted = { screen: settings['screen-pairs'].value, confirm: settings['confirm-pairs'].value }
  const count = screenPairs({ restMs: restAfter(task.subject, usedMs), pairMs }, wanted)
  const wholeMs = usedMs + (wanted.screen + wanted.confirm - 1) * pairMs
  if (count === null) return stopped({ outcome: { kind: 'too-little-time' }, neededMs: wholeMs })
  const faults = faultsOf(runs)
  if (faults.length >= MOST_FAULTS) return stopped({ outcome: brokenBy(faults) })
  const request = nextOfStage(task, { ...stageOf(task), count })
  const planned = { screen: count, confirm: 0 }
  if (request !== null) return { kind: 'planned', plan: { request, planned } }
  const neededMs = count < wanted.screen ? wholeMs : null
  const usable = runs.filter(isUsable)
  if (usable.length >= LEAST_SCREEN) return { kind: 'done', runs: usable, planned: count, neededMs }
  if (faults.length > 0) return stopped({ outcome: brokenBy(faults), planned })
  return stopped({ outcome: { kind: 'too-little-time' }, planned, neededMs: wholeMs })
}

/** The first pair shows what one takes, and whether the command works at all. */
function planFirst(task: PairTask, first: PairRun | undefined): Planned {
  const faults = first === undefined || first.base === null || first.head === null ? [] : faultsOf([first])
  if (faults.length > 0) return { outcome: brokenBy(faults) }
  const request = nextOfStage(task, { ...stageOf(task), count: 1 })
  return request === null ? { outcome: { kind: 'too-little-time' } } : { request }
}

function stageOf({ command, progress }: PairTask) {
  return { stage: 'screen', scope: 'all', filled: everythingWords(command), runs: progress.screen } as const
}

function stopped(plan: Planned): ScreenPlan {
  return { kind: 'planned', plan }
}

function brokenBy(faults: ReturnType<typeof faultsOf>): BrokenOutcome {
  const sides = new Set(faults.map(({ side }) => side))
  const [first] = faults
  return {
    kind: 'broken',
    side: sides.size === 2 ? 'both' : (first?.side ?? 'both'),
    step: 'command',
    fault: first?.fault ?? '',
  }
}
