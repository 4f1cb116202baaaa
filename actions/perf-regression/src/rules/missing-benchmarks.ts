import { limitOrigin } from '@testwarden/core/config/field'
import { under } from '@testwarden/core/limits/under'
import type { FailedBenchmark } from '@testwarden/core/model/benchmark'
import type { Reason } from '@testwarden/core/model/verdict'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { PerfLeg } from '../facts.js'
import { createPolicies } from '../judging/metric-policy.js'
import { namedKey } from '../metric-key.js'
import type { PairedFacts, PairedMetric } from '../paired/facts.js'
import type { Judgement, Subject } from '../subject.js'

const NAMED = 3

/** A benchmark that is gone, or that failed, tells nothing: a gate that takes it for fast is worth nothing. */
export function missingBenchmarks({ evidence, config }: Subject): Judgement {
  const { legs } = evidence.facts
  const policyOf = createPolicies(config, evidence.run.now)
  const isJudged = (key: string): boolean => policyOf({ key, kind: 'benchmark', direction: 'unknown' }).ignored === null
  const missingHere = legs.filter(isTelling).flatMap(missingFromPast).filter(isJudged)
  const gone = legs.flatMap(({ paired }) => keysOf(paired, 'gone')).filter(isJudged)
  const failed = [...legs.flatMap((leg) => leg.failed), ...legs.flatMap(failedInPairs)]
  const expected = legs.reduce((sum, { past }) => sum + (past.kind === 'known' ? past.expected : 0), 0)
  const missing = [...new Set([...missingHere, ...gone])].sort()
  const isBroken = missing.length > 0 || failed.length > 0
  const setting = config.own['missing-benchmarks']
  // Nobody needs to read that nothing is missing, unless somebody asked.
  if (!isBroken && (setting.origin.kind === 'assumed' || expected === 0)) return { reasons: [], findings: [] }
  const texts = [
    ...failed.slice(0, NAMED).map(({ name, message }) => `\`${name}\` failed: ${message}`),
    ...(missing.length === 0
      ? []
      : [
          `${countWord(missing.length, 'benchmark')} of the last whole run or of the base ${missing.length === 1 ? 'is' : 'are'} missing: ${namesOf(missing)}.`,
        ]),
  ]
  const reason: Reason = {
    ruleId: 'missing-benchmarks',
    title: 'benchmarks reported',
    outcome: isBroken ? under(limitOrigin(setting), setting.value) : 'pass',
    message: isBroken ? texts.join(' ') : `All ${countWord(expected, 'benchmark')} of the last whole run are there.`,
    actual: missing.length + failed.length,
    limit: '0',
    limitOrigin: limitOrigin(setting),
    unit: 'count',
    baseline: expected,
    wording: {
      actual: `${formatInteger(missing.length)} missing, ${formatInteger(failed.length)} failed`,
      limit: 'none missing',
      baseline: countWord(expected, 'benchmark'),
    },
  }
  return { reasons: [reason], findings: [] }
}

/**
 * Whether what is not there was lost. Where pairs alone were to measure and did not, through no fault of the change, nothing
 * is known of it; that is told as what it is.
 */
function isTelling({ reports, paired }: PerfLeg): boolean {
  if (reports.length > 0 || paired === null || paired.outcome.kind === 'measured') return true
  return paired.outcome.kind === 'broken' && paired.outcome.side === 'head'
}

function missingFromPast({ past }: PerfLeg): readonly string[] {
  return past.kind === 'known' ? past.missing : []
}

function namesOf(keys: readonly string[]): string {
  const names = keys.slice(0, NAMED).map((key) => `\`${namedKey(key).name}\``)
  return `${names.join(', ')}${keys.length > names.length ? ' and others' : ''}`
}

/** Of what pairs found in the base alone, or failing in the change. */
function keysOf(paired: PairedFacts | null, presence: PairedMetric['presence']): readonly string[] {
  return (paired?.metrics ?? []).flatMap((metric) => (metric.presence === presence ? [metric.key] : []))
}

function failedInPairs({ paired }: PerfLeg): readonly FailedBenchmark[] {
  return keysOf(paired, 'failed').map((key) => ({
    name: namedKey(key).name,
    message: 'it gave no number in the pairs.',
  }))
}
