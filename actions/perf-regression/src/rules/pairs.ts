import { limitOrigin } from '@testwarden/core/config/field'
import { durationText } from '@testwarden/core/config/fields/duration'
import { under } from '@testwarden/core/limits/under'
import { asSentence } from '@testwarden/core/model/sentence'
import { type Reason, WITHOUT_NUMBERS } from '@testwarden/core/model/verdict'
import type { PerfLeg } from '../facts.js'
import type { BrokenOutcome } from '../paired/facts.js'
import type { Judgement, Subject } from '../subject.js'

const SIDES = { base: 'base', head: 'change', both: 'base and change' } as const
const STEPS = { setup: '`setup`', build: '`build`', command: '`command`' } as const

/** Pairs that were asked for and could not be measured: said, and never a verdict on speed. */
export function pairsMeasured({ evidence, config }: Subject): Judgement {
  const origin = limitOrigin(config.own.command)
  const reasons = evidence.facts.legs.flatMap((leg): readonly Reason[] => {
    const message = troubleOf(leg)
    if (message === null) return []
    const outcome = under(origin, 'inconclusive')
    return [{ ruleId: 'pairs', title: 'pairs of base and change', outcome, message, ...WITHOUT_NUMBERS }]
  })
  return { reasons, findings: [] }
}

function troubleOf({ paired, metrics, past }: PerfLeg): string | null {
  if (paired === null) return null
  const { outcome, budgetMs, neededMs } = paired
  switch (outcome.kind) {
    case 'broken':
      return brokenText(outcome, metrics.length > 0 && past.kind === 'known')
    case 'too-little-time':
      return `The pairs do not fit into ${budgetMs === null ? 'their time' : durationText(budgetMs)}${neededMs === null ? '' : `; they need about ${minutesText(neededMs)}`}. Raise \`pair-budget\`, or measure fewer benchmarks.`
    default:
      return null
  }
}

function brokenText({ side, step, fault }: BrokenOutcome, hasHistory: boolean): string {
  const instead = hasHistory ? ' The change is judged by history instead.' : ' So nobody knows how fast the change is.'
  const rest = side === 'base' ? instead : ''
  return `${asSentence(`${STEPS[step]} of the ${SIDES[side]} ${fault}`)}${rest}`
}

function minutesText(durationMs: number): string {
  return durationText(Math.max(1, Math.ceil(durationMs / 60_000)) * 60_000)
}
