import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { TestAttempt } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import { outcomeOf } from '@testwarden/failures/tests/outcome-text'
import type { FailureFacts, TestFact } from '@testwarden/failures/tests/test-facts'
import type { flakyConfig } from '../config.js'
import type { FlakyFacts, LegFacts } from '../facts.js'
import { judgeTests } from '../judging/judge-tests.js'
import { failedTestsOf } from './failed-tests.js'
import { planRerun } from './plan-rerun.js'

/**
 * The evidence as if the attempts of reruns had been in the reports, behind their own, with what is to be told of them.
 * For evidence whose facts have none yet: it is done once, where they ran.
 */
export function withReruns(
  evidence: Evidence<FlakyFacts>,
  config: GateConfig<typeof flakyConfig>,
): Evidence<FlakyFacts> {
  const { facts, observations } = evidence
  if (config.own['rerun-command'].value === null && observations.length === 0) return evidence
  const judged = judgeTests(evidence, config)
  const legs = facts.legs.map((leg) => {
    const failed = failedTestsOf(leg, judged)
    const { outcome, notes } = planRerun({ leg: leg.variant, failed, observations, settings: config.own })
    return withAttempts(leg, outcome.attempts, notes)
  })
  return { ...evidence, facts: { ...facts, legs } }
}

/** What facts that are handed over may hold of one test. */
const LETTERS_MAX = 100
const FAILURES_MAX = 1_000
/** Names of tests stand in notes, however long they are. */
const NOTE_CHARACTERS = 1_000

type Attempts = ReadonlyMap<string, readonly TestAttempt[]>

function withAttempts(leg: LegFacts, attempts: Attempts, notes: readonly string[]): LegFacts {
  return {
    ...leg,
    tests: leg.tests.map((test) => longerTest(test, attempts.get(test.key) ?? [])),
    failures: leg.failures.map((failure) => longerFailure(failure, attempts.get(failure.key) ?? [])),
    notes: [...leg.notes, ...notes.map((note) => note.slice(0, NOTE_CHARACTERS))],
  }
}

/** Its time stays that of the run itself. */
function longerTest(test: TestFact, again: readonly TestAttempt[]): TestFact {
  if (again.length === 0) return test
  const outcome = `${test.outcome}${outcomeOf({ status: 'failed', attempts: again })}`
  const shortened = outcome.length <= LETTERS_MAX ? outcome : outcome.slice(0, 50) + outcome.slice(-50)
  // Attempts of the run itself come first, so what is behind them are reruns.
  return { ...test, outcome: shortened, reran: Math.max(0, shortened.length - test.outcome.length) }
}

function longerFailure(failure: FailureFacts, again: readonly TestAttempt[]): FailureFacts {
  const texts = again.flatMap((attempt) => (isFailing(attempt.status) ? (attempt.failure ?? []) : []))
  if (texts.length === 0) return failure
  return { ...failure, failures: [...failure.failures, ...texts].slice(0, FAILURES_MAX) }
}
