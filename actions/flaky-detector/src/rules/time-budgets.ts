import { limitOrigin, type Setting } from '@testwarden/core/config/field'
import { durationText } from '@testwarden/core/config/fields/duration'
import { under } from '@testwarden/core/limits/under'
import type { Reason } from '@testwarden/core/model/verdict'
import { memberOf } from '@testwarden/failures/tests/category-members'
import type { TestFact } from '@testwarden/failures/tests/test-facts'
import type { LegFacts } from '../facts.js'
import { inLeg } from '../judging/leg-name.js'
import { limitFacts } from '../limit.js'
import type { Judgement, Subject } from '../subject.js'

/** How long all tests of a job may take, and those of each kind. */
export function timeBudgets(subject: Subject): Judgement {
  const { config, evidence } = subject
  const whole = config.own['suite-time']
  const kinds = config.file.categories
  const { legs } = evidence.facts
  const reasonsOf = (leg: LegFacts): readonly Reason[] => [
    ...budgetReason({ leg, subject: null, tests: leg.tests, limitMs: whole.value, setting: whole }),
    ...kinds.value.flatMap((category) => {
      if (category.budgetMs === null) return []
      const tests = leg.tests.filter(memberOf(category))
      return budgetReason({ leg, subject: category.name, tests, limitMs: category.budgetMs, setting: kinds })
    }),
  ]
  return { reasons: legs.flatMap((leg) => inLeg(reasonsOf(leg), leg, legs)), findings: [] }
}

interface Budget {
  readonly leg: LegFacts
  /** Name of the category; null: all tests. */
  readonly subject: string | null
  readonly tests: readonly TestFact[]
  readonly limitMs: number | null
  readonly setting: Setting<unknown>
}

function budgetReason({ leg, subject, tests, limitMs, setting }: Budget): readonly Reason[] {
  const timed = tests.filter(({ durationUs }) => durationUs !== null)
  if (limitMs === null || timed.length === 0) return []
  const sumUs = timed.reduce((sum, { durationUs }) => sum + (durationUs ?? 0), 0)
  // All tests together took what their suites say, set-up included.
  const ms = Math.round((subject === null ? Math.max(sumUs, suitesUs(leg)) : sumUs) / 1000)
  const isBroken = ms > limitMs
  if (!isBroken && setting.origin.kind === 'assumed') return []
  const what = subject === null ? 'All tests' : `The ${subject} tests`
  return [
    {
      ruleId: subject === null ? 'suite-time' : 'category-time',
      title: subject === null ? 'time of all tests' : `time of ${subject} tests`,
      outcome: isBroken ? under(limitOrigin(setting), 'fail') : 'pass',
      message: `${what} took ${secondsText(ms)}${isBroken ? `, ${secondsText(ms - limitMs)} more than they may` : ''}.`,
      actual: ms,
      ...limitFacts(setting, String(limitMs)),
      unit: 'count',
      baseline: null,
      ...(subject === null ? {} : { subject }),
      wording: { actual: secondsText(ms), limit: `at most ${durationText(limitMs)}` },
    },
  ]
}

function suitesUs({ reports }: LegFacts): number {
  return reports.reduce((sum, { durationUs }) => sum + durationUs, 0)
}

/** `850 ms`, `9.1 s`, `12 min 5 s` */
export function secondsText(ms: number): string {
  if (ms < 1000) return `${ms} ms`
  if (ms < 59_950) return `${(Math.round(ms / 100) / 10).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
