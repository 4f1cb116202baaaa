import { formatMeasure } from '@testwarden/core/render/measure'
import { changeInWords, formatChange } from '@testwarden/core/render/ratio'
import { isAccepted, type JudgedMetric, type MetricState } from './judging/judged-metric.js'
import { namedKey } from './metric-key.js'

export function nameOf({ metric }: Pick<JudgedMetric, 'metric'>): string {
  return namedKey(metric.key).name
}

/** Of several legs, which one: `fib in test (linux)`. */
export function placedName(judged: Pick<JudgedMetric, 'metric' | 'inLeg'>): string {
  return `${nameOf(judged)}${judged.inLeg}`
}

/** `18 % slower`, `4 % faster` */
export function changeText({ ratio, metric }: Pick<JudgedMetric, 'ratio' | 'metric'>): string {
  return ratio === null ? 'slower' : changeInWords(ratio, metric.unit)
}

/** A share of 0.06 as `6 %`. */
export function shareText(share: number): string {
  return formatChange(1 + share).replace(/^[+±]/, '')
}

/** `41.2 ms → 48.6 ms` */
export function valuesText({ before, now, metric }: JudgedMetric): string {
  const after = formatMeasure(now, metric.unit)
  return before === null ? after : `${formatMeasure(before, metric.unit)} → ${after}`
}

export const STATE_WORDS: Readonly<Record<MetricState, string>> = {
  slower: 'slower',
  inherited: 'slower before this change',
  faster: 'faster',
  unchanged: 'unchanged',
  provisional: 'not confirmed yet',
  inconclusive: 'inconclusive',
  'too-noisy': 'too noisy',
  young: 'too young to judge',
  new: 'new',
  'unit-changed': 'in another unit',
  'below-clock': 'below what its clock can tell',
  ignored: 'ignored',
  'without-direction': 'without a direction',
}

/** In the words of {@link STATE_WORDS}, save for what is slower and may be. */
export function stateText(judged: JudgedMetric): string {
  return isAccepted(judged) ? 'accepted' : STATE_WORDS[judged.state]
}
