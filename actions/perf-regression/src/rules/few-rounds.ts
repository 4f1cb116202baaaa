import type { Reason } from '@testwarden/core/model/verdict'
import { countWord } from '@testwarden/core/render/inline'
import { roundsOf } from '../judging/metric-values.js'
import { metricsOf } from '../judging/metrics-of.js'
import { namedKey } from '../metric-key.js'
import { type Judgement, NOTHING, type Subject } from '../subject.js'

const NAMED = 3

/** Too few values to know their noise: told, and never more than a warning. */
export function fewRounds({ evidence, config }: Subject): Judgement {
  const { value: least, origin } = config.own['min-rounds']
  const few = metricsOf(evidence.facts).filter((metric) => metric.kind === 'benchmark' && roundsOf(metric) < least)
  // Many tools report one value and nothing else; only who asked for more wants to read that of each run.
  if (few.length === 0 || origin.kind === 'assumed') return NOTHING
  const names = few.slice(0, NAMED).map(({ key }) => `\`${namedKey(key).name}\``)
  const more = few.length > names.length ? ` and ${few.length - names.length} more` : ''
  const reason: Reason = {
    ruleId: 'min-rounds',
    title: 'rounds',
    outcome: 'warn',
    message: `${names.join(', ')}${more}: fewer than ${countWord(least, 'value')}, so nobody knows their noise.`,
    actual: few.length,
    limit: '0',
    limitOrigin: 'written',
    unit: 'count',
    baseline: null,
    wording: {
      actual: `${countWord(few.length, 'benchmark')} with fewer`,
      limit: `at least ${countWord(least, 'value')}`,
    },
  }
  return { reasons: [reason], findings: [] }
}
