import { limitOrigin } from '@testwarden/core/config/field'
import { staysBelow } from '@testwarden/core/limits/threshold'
import { under } from '@testwarden/core/limits/under'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { Reason } from '@testwarden/core/model/verdict'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { type ExpectedTests, expectedOf, newTests } from '../judging/expected-tests.js'
import { inLeg } from '../judging/leg-name.js'
import { limitFacts } from '../limit.js'
import type { Judgement, Subject } from '../subject.js'
import { shortName } from '../words.js'

/** A run that lacks tests proves nothing by being green: a report that is empty, cut off or of half the suite. */
export function missingTests(subject: Subject): Judgement {
  const { legs } = subject.evidence.facts
  const moved = newTests(legs)
  const reasons = legs.flatMap((leg) => inLeg(reasonOf(expectedOf(leg, moved), subject), leg, legs))
  return { reasons: [...reasons, ...fewestReasons(subject)], findings: [] }
}

function reasonOf(expected: ExpectedTests | null, { config }: Subject): readonly Reason[] {
  if (expected === null || expected.tests === 0) return []
  const setting = config.own['missing-percent']
  const seen = expected.tests - expected.missing
  const share = setting.value ?? '100'
  const isBroken = !staysBelow({ numerator: expected.missing, denominator: expected.tests }, share)
  // Nobody needs to read that nothing is missing, unless somebody asked.
  if (!isBroken && setting.origin.kind === 'assumed') return []
  const how: Outcome = config.own['missing-tests'].value
  const names = expected.names.slice(0, 3).map((key) => `\`${shortName(key)}\``)
  const listed =
    names.length === 0 ? '' : ` Missing: ${names.join(', ')}${expected.missing > names.length ? ' and others' : ''}.`
  return [
    {
      ruleId: 'missing-tests',
      title: 'tests reported',
      outcome: isBroken ? under(limitOrigin(config.own['missing-tests']), how) : 'pass',
      message: `Expected ${formatInteger(expected.tests)}, saw ${formatInteger(seen)}.${isBroken ? listed : ''}`,
      actual: { numerator: seen, denominator: expected.tests },
      ...limitFacts(setting, setting.value),
      unit: 'percent',
      baseline: expected.tests,
      wording: {
        actual: `${formatInteger(seen)} of ${formatInteger(expected.tests)} expected`,
        limit: `at most ${share} % missing`,
        baseline: `${formatInteger(expected.tests)} at ${expected.sha.slice(0, 10)}`,
      },
    },
  ]
}

function fewestReasons({ config, totals }: Subject): readonly Reason[] {
  const setting = config.own['expected-tests']
  if (setting.value === null) return []
  const isEnough = totals.cases >= setting.value
  const how = config.own['missing-tests'].value
  return [
    {
      ruleId: 'expected-tests',
      title: 'tests expected',
      outcome: isEnough ? 'pass' : how,
      message: `${countWord(totals.cases, 'test')} reported; at least ${formatInteger(setting.value)} are expected.`,
      actual: totals.cases,
      ...limitFacts(setting, String(setting.value)),
      unit: 'count',
      baseline: null,
      wording: { actual: formatInteger(totals.cases), limit: `at least ${formatInteger(setting.value)}` },
    },
  ]
}
