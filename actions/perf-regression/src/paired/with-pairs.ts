import type { Observation } from '@testwarden/core/model/evidence'
import type { PairedFacts, PairedMetric, PairRound } from './facts.js'
import { parsePairId, type Stage } from './pair-id.js'
import { pairNotes } from './pair-notes.js'
import { valuePairs } from './paired-metrics.js'
import type { PairPlan } from './planning/plan.js'
import { planPairs } from './planning/plan-pairs.js'
import { isUsable } from './planning/stage.js'
import type { PairRun } from './progress.js'
import type { PairSubject } from './subject.js'

/** What the observations of all pairs say, among facts: once, where they ran. null: no command is configured. */
export function withPairs(subject: PairSubject): PairedFacts | null {
  const plan = planPairs(subject)
  if (plan === null) return null
  const { outcome, planned, neededMs, progress } = plan
  return {
    outcome,
    metrics: metricsOf(plan),
    rounds: [...roundsOf('screen', progress.screen), ...roundsOf('confirm', confirmRuns(plan))],
    wanted: { screen: subject.settings['screen-pairs'].value, confirm: subject.settings['confirm-pairs'].value },
    planned,
    usedMs: progress.usedMs,
    budgetMs: subject.settings['pair-budget'].value,
    neededMs,
    notes: pairNotes(subject, plan),
  }
}

/** What a process reported is among the facts; its observation keeps how it ended, and no number twice. */
export function withoutReported(observations: readonly Observation[]): readonly Observation[] {
  return observations.map((observation) => {
    const { requestId, result } = observation
    if (result.kind !== 'command' || parsePairId(requestId) === null) return observation
    const { reported, ...rest } = result
    return { requestId, result: rest }
  })
}

function metricsOf(plan: PairPlan): readonly PairedMetric[] {
  const confirmed = confirmRuns(plan).filter(isUsable)
  return plan.measured.metrics.map(({ name, ...metric }) => ({
    ...metric,
    confirm: metric.isCandidate ? valuePairs(metric.key, confirmed) : [],
  }))
}

/** Where a tool did not run what it was told, everything was run instead. */
function confirmRuns({ progress }: PairPlan): readonly PairRun[] {
  return progress.confirm.all.length > 0 ? progress.confirm.all : progress.confirm.some
}

function roundsOf(stage: Stage, runs: readonly PairRun[]): readonly PairRound[] {
  return runs.flatMap(({ pair, base, head, kernel }) => {
    if (base === null || head === null) return []
    const sides = { base: timesOf(base), head: timesOf(head) }
    return [{ stage, pair, ...sides, kernel: kernel?.times ?? null }]
  })
}

function timesOf({ durationMs, cpuMs }: NonNullable<PairRun['base']>): PairRound['base'] {
  return { wallMs: durationMs, cpuMs }
}
