import { attemptsToSettle } from '../diagnosis/excuse.js'
import type { LegFacts } from '../facts.js'
import type { JudgedRun } from '../judging/judge-tests.js'
import type { FailedTest } from './read-rerun.js'

/** The failed tests of a leg, as reruns ask about them. @param judged by the reports alone, without any rerun */
export function failedTestsOf({ variant, failures }: LegFacts, judged: JudgedRun): readonly FailedTest[] {
  const own = judged.tests.flatMap(({ legs }) => legs).filter(({ leg }) => leg.variant === variant)
  const mayFail = new Map(own.map(({ key, diagnosis }) => [key, attemptsToSettle(diagnosis)]))
  return failures.map(({ key, written, format }) => ({
    key,
    test: { ...written, format },
    mayFail: mayFail.get(key) ?? 0,
  }))
}
