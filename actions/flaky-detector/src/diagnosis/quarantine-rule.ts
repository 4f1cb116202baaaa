import { FAILURE_PRIOR, posteriorMean } from '@testwarden/stats/beta-prior'
import { findChangePoints } from '@testwarden/stats/change-points'
import { greenAttemptsNeeded } from '@testwarden/stats/green-attempts'
import { isBroken, type Tally } from './evidence.js'
import type { StoryCell, TestStory } from './story.js'

/** Twice what makes a flake known: a quarantine is a promise to mend, and lasts. */
const EVIDENCE_TO_ENTER = 4

/** A change point at which failures end is sure, so few passes after it are enough. */
const GREEN_AFTER_FIX = 30

/** Whether a quarantine may be proposed: well known as a flake, and not broken. */
export function mayEnterQuarantine(tally: Tally): boolean {
  return tally.evidence >= EVIDENCE_TO_ENTER && !isBroken(tally)
}

/** How often the test fails as a flake, from 0 to 1: what a quarantine should keep as the rate at its entry. */
export function flakeRate(tally: Tally): number {
  return posteriorMean(tally, FAILURE_PRIOR)
}

/** Whether a quarantine has done its work. Its expiry ends it in any case. */
export interface QuarantineState {
  /** `mended`: enough passes in a row for its rate; `fixed`: failures ended at a change point. */
  readonly kind: 'stay' | 'mended' | 'fixed'
  /** Attempts that passed since the entry and since the last failure. */
  readonly greenAttempts: number
  /** How many of them end it without a change point. */
  readonly neededAttempts: number
}

/** `since`: ISO 8601 of the entry; `rateAtEntry` from 0 to 1. */
export function judgeQuarantine(quarantine: {
  readonly story: TestStory
  readonly since: string
  readonly rateAtEntry: number
}): QuarantineState {
  const greenAttempts = greenSince(quarantine.story, quarantine.since)
  const neededAttempts = greenAttemptsNeeded(quarantine.rateAtEntry)
  const counts = { greenAttempts, neededAttempts }
  if (greenAttempts >= neededAttempts) return { kind: 'mended', ...counts }
  if (greenAttempts >= GREEN_AFTER_FIX && endsFixed(quarantine.story.cells)) return { kind: 'fixed', ...counts }
  return { kind: 'stay', ...counts }
}

/** A failure in a pull request ends a row of passes too. */
function greenSince({ cells, contradictions }: TestStory, since: string): number {
  const failures = [...cells, ...contradictions].filter(({ failed }) => failed > 0)
  const start = failures.reduce((latest, { time }) => Math.max(latest, Date.parse(time)), Date.parse(since))
  const green = cells.filter(({ failed, time }) => failed === 0 && Date.parse(time) > start)
  return green.reduce((sum, { passed }) => sum + passed, 0)
}

function endsFixed(cells: readonly StoryCell[]): boolean {
  const last = findChangePoints(cells).at(-1)
  return last !== undefined && cells.slice(last.at).every(({ failed }) => failed === 0)
}
