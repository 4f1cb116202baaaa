import { limitOrigin } from '@testwarden/core/config/field'
import { under } from '@testwarden/core/limits/under'
import type { Reason } from '@testwarden/core/model/verdict'
import { countWord } from '@testwarden/core/render/inline'
import { formatMeasure } from '@testwarden/core/render/measure'
import { formatChange } from '@testwarden/core/render/ratio'
import type { JudgedSuite } from '../judging/judge-by-history.js'
import type { SeriesDrift } from '../judging/series/judge-drift.js'
import { namedKey } from '../metric-key.js'
import type { Judgement, Subject } from '../subject.js'

const NAMED = 3
/** A smaller change of all together is hardly one. */
const LEAST_COMMON = 0.01

/** Many small steps, none of which any rule minds, since the reference that somebody pinned. */
export function drift({ suites, config, evidence }: Subject): Judgement {
  const { reference, drift: limit } = config.own
  if (reference.value === null || limit.value === null) return { reasons: [], findings: [] }
  const measured = suites.flatMap(({ drift: found }) => found?.series ?? [])
  const drifted = measured.filter(({ isDrifted }) => isDrifted).toSorted((left, right) => right.ratio - left.ratio)
  const isKnown = evidence.facts.legs.some(({ past }) => past.kind === 'known' && past.reference !== null)
  const base = {
    ruleId: 'drift',
    title: `drift since ${reference.value}`,
    limit: limit.value,
    limitOrigin: limitOrigin(reference),
    unit: 'count',
    baseline: null,
    wording: { actual: `${countWord(drifted.length, 'benchmark')} beyond`, limit: `at most ${limit.value} % slower` },
  } as const
  const told: Pick<Reason, 'outcome' | 'message' | 'actual'> = isKnown
    ? {
        outcome: drifted.length > 0 ? under(limitOrigin(reference), 'fail') : 'pass',
        message: `${messageOf(drifted, measured.length, unitsOf(suites))}${commonText(suites)}`,
        actual: drifted.length,
      }
    : {
        outcome: under(limitOrigin(reference), 'inconclusive'),
        message: `The history has no benchmarks of ${reference.value} on this processor.`,
        actual: null,
      }
  return { reasons: [{ ...base, ...told }], findings: [] }
}

function messageOf(drifted: readonly SeriesDrift[], measured: number, unitOf: (key: string) => string): string {
  if (drifted.length === 0) return `None of ${countWord(measured, 'benchmark')} drifted beyond its limit and its noise.`
  const named = drifted.slice(0, NAMED).map(({ key, direction, ratio, then, now }) => {
    const unit = unitOf(key)
    const change = formatChange(direction === 'higher' ? 1 / ratio : ratio)
    return `\`${namedKey(key).name}\` ${change} (${formatMeasure(then, unit)} → ${formatMeasure(now, unit)})`
  })
  const more = drifted.length > named.length ? ` and ${drifted.length - named.length} more` : ''
  return `Worse since then: ${named.join(', ')}${more}.`
}

/** A machine may have changed since, or something that all of them run through. */
function commonText(suites: readonly JudgedSuite[]): string {
  const commons = suites.flatMap(({ drift: found }) => found?.common ?? [])
  const told = commons.filter((ratio) => Math.abs(Math.log(ratio)) >= LEAST_COMMON).map(formatChange)
  return told.length === 0 ? '' : ` What all have in common since then is taken off: ${told.join(', ')}.`
}

function unitsOf(suites: readonly JudgedSuite[]): (key: string) => string {
  const units = new Map(suites.flatMap(({ leg }) => leg.metrics.map(({ key, unit }) => [key, unit] as const)))
  return (key) => units.get(key) ?? ''
}
