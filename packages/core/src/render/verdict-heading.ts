import { type Outcome, worstOutcome } from '../model/outcome.js'
import type { Inline, TableSection } from '../model/page.js'
import { COLLECTED, type Quantity, type Ratio, type Reason } from '../model/verdict.js'
import { countWord } from './inline.js'
import { formatFraction, formatInteger, formatPercent, formatPercentPair, NO_VALUE } from './numbers.js'
import type { PublishedGate } from './published-gate.js'

/** What stands under a verdict table in which a limit is marked as assumed. */
export const ASSUMED_NOTE = 'Assumed: advises until you write it.'

export function stepOutcome(gates: readonly PublishedGate[]): Outcome {
  return worstOutcome(gates.map((gate) => gate.decision.verdict.outcome))
}

/**
 * `Testwarden: 3 things to fix in this pull request`
 * @param place `this pull request` or `this run`
 */
export function verdictTitle(gates: readonly PublishedGate[], place: string): string {
  const outcome = stepOutcome(gates)
  const count = Math.max(1, countJudgements(gates, outcome))
  switch (outcome) {
    case 'fail':
      return `Testwarden: ${countWord(count, 'thing')} to fix in ${place}`
    case 'inconclusive':
      return `Testwarden: ${countWord(count, 'verdict')} missing for ${place}`
    case 'warn':
      return `Testwarden: ${countWord(count, 'thing')} worth a look in ${place}`
    case 'pass':
      return `Testwarden: nothing to fix in ${place}`
    case 'skipped':
      return gates.length > 0 && gates.every(isCollected)
        ? `Testwarden: collected from ${place}`
        : `Testwarden: nothing to judge in ${place}`
  }
}

function isCollected({ decision }: PublishedGate): boolean {
  return decision.verdict.headline === COLLECTED
}

/** One row for each judgement of each gate, but for parts of the repository that are fine; a gate that could not even judge has a row with its headline. */
export function verdictTable(gates: readonly PublishedGate[]): TableSection {
  return {
    kind: 'table',
    columns: ['gate', 'verdict', 'actual', 'limit', 'base'].map((title) => ({ title, align: 'left' })),
    rows: gates.flatMap(gateRows),
  }
}

export function hasAssumedLimit(gates: readonly PublishedGate[]): boolean {
  return gates.some((gate) => gate.decision.verdict.reasons.some((reason) => reason.limitOrigin === 'assumed'))
}

function countJudgements(gates: readonly PublishedGate[], outcome: Outcome): number {
  let count = 0
  for (const { decision } of gates) {
    const { reasons } = decision.verdict
    const matching = reasons
      .filter((reason) => reason.outcome === outcome)
      .reduce((sum, { things = 1 }) => sum + things, 0)
    count += matching === 0 && decision.verdict.outcome === outcome ? 1 : matching
  }
  return count
}

function gateRows({ page, decision }: PublishedGate): Inline[][] {
  const { reasons, outcome, headline } = decision.verdict
  if (reasons.length === 0) return [[page.title, { kind: 'outcome', outcome }, headline, NO_VALUE, NO_VALUE]]
  return reasons.filter(isInTable).map(reasonRow)
}

/** Parts of the repository have a table of their own, so here only their trouble shows. */
function isInTable({ component, outcome }: Reason): boolean {
  return component === undefined || (outcome !== 'pass' && outcome !== 'skipped')
}

function reasonRow(reason: Reason): Inline[] {
  const { actual, baseline } = quantityTexts(reason)
  return [
    reason.title,
    { kind: 'outcome', outcome: reason.outcome },
    reason.wording?.actual ?? actual,
    `${reason.wording?.limit ?? limitText(reason)}${limitNote(reason)}`,
    reason.wording?.baseline ?? baseline,
  ]
}

function limitNote({ accepted, limitOrigin }: Reason): string {
  if (accepted !== undefined) return ' (accepted)'
  return limitOrigin === 'assumed' ? ' (assumed)' : ''
}

/** Floors in percent and drops in points are what rules judge; a bare count has an upper limit. */
function limitText({ limit, unit }: Reason): string {
  if (limit === null) return NO_VALUE
  switch (unit) {
    case 'percent':
      return `at least ${limit} %`
    case 'points':
      return `drop at most ${limit} points`
    case 'lines':
    case 'files':
      return `at most ${limit} ${unit}`
    case 'count':
      return `at most ${limit}`
  }
}

function quantityTexts(reason: Reason): { readonly actual: string; readonly baseline: string } {
  const { actual, baseline, limit, unit } = reason
  if (unit === 'points' && isRatio(actual) && isRatio(baseline)) {
    const percents = formatPercentPair(actual, baseline, limit)
    return {
      actual: ratioText(actual, reason, percents.actual),
      baseline: ratioText(baseline, reason, percents.baseline),
    }
  }
  return { actual: quantityText(actual, reason), baseline: quantityText(baseline, reason) }
}

function quantityText(quantity: Quantity | null, reason: Reason): string {
  if (quantity === null) return NO_VALUE
  if (isRatio(quantity)) {
    return ratioText(quantity, reason, formatPercent(quantity, reason.unit === 'percent' ? reason.limit : null))
  }
  switch (reason.unit) {
    case 'percent':
      return `${formatInteger(quantity)} %`
    case 'count':
      return formatInteger(quantity)
    case 'points':
    case 'lines':
    case 'files':
      return `${formatInteger(quantity)} ${quantity === 1 ? reason.unit.slice(0, -1) : reason.unit}`
  }
}

function ratioText(ratio: Ratio, { wording, unit }: Reason, percent: string): string {
  const counted = wording?.counted ?? (unit === 'lines' || unit === 'files' ? unit : null)
  return formatFraction(ratio, { counted, percent })
}

function isRatio(quantity: Quantity | null): quantity is Ratio {
  return typeof quantity === 'object' && quantity !== null
}
