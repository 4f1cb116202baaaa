import { formatMeasure } from '@testwarden/core/render/measure'
import type { JudgedMetric, MetricState } from './judging/judged-metric.js'
import { namedKey } from './metric-key.js'

/** Of several legs, which one. */
export function nameOf({ metric }: Pick<JudgedMetric, 'metric'>): string {
  return namedKey(metric.key).name
}

/** `18 % slower`, `4 % faster`, `unchanged` */
export function changeText(ratio: number): string {
  const percent = percentText(ratio > 1 ? ratio - 1 : 1 - ratio)
  if (percent === '0 %') return 'unchanged'
  return `${percent} ${ratio > 1 ? 'slower' : 'faster'}`
}

/** `+18 %` of a ratio of 1.18. */
export function signedText(ratio: number): string {
  const text = percentText(Math.abs(ratio - 1))
  if (text === '0 %') return '0 %'
  return `${ratio > 1 ? '+' : '−'}${text}`
}

/** Whole percent from ten on, a digit behind the point below. */
export function percentText(share: number): string {
  const percent = share * 100
  return `${percent >= 9.95 ? Math.round(percent) : Number(percent.toFixed(1))} %`
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
  ignored: 'ignored',
  'without-direction': 'without a direction',
}
