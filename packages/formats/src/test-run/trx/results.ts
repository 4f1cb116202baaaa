import type { TestAttempt, TestFailure, TestStatus } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import { messageOfOutcome, statusOfOutcome, UNWRITTEN_OUTCOME } from './outcome.js'
import { spanUs } from './span.js'

/** A result without what only the definition of its test tells. */
export interface TrxResult {
  readonly testId: string
  readonly executionId: string
  readonly parentExecutionId: string | null
  readonly name: string
  readonly outcome: string
  readonly status: TestStatus
  readonly durationUs: number | null
  readonly at: number
  /** It says itself that it stands for others. */
  readonly isAggregate: boolean
  rowCount: number
  hasFailingRow: boolean
  failure: TestFailure | null
}

const AGGREGATES: readonly (string | null)[] = ['DataDrivenTest', 'OrderedTest']

export function isResult(name: string): boolean {
  return name.endsWith('TestResult') || name === 'TestResultAggregation'
}

export function resultOf(attributes: XmlAttributes, at: number, warnings: WarningLog): TrxResult {
  const outcome = attributes.get('outcome') ?? UNWRITTEN_OUTCOME
  return {
    testId: idOf(attributes, 'testId') ?? '',
    executionId: idOf(attributes, 'executionId') ?? '',
    parentExecutionId: idOf(attributes, 'parentExecutionId'),
    name: ownText(attributes.get('testName') ?? ''),
    outcome: ownText(outcome),
    status: knownStatus(outcome, at, warnings),
    durationUs: spanUs(attributes.get('duration')),
    at,
    isAggregate: AGGREGATES.includes(attributes.get('resultType')),
    rowCount: 0,
    hasFailingRow: false,
    failure: null,
  }
}

export function attemptOf({ status, outcome, durationUs, failure }: TrxResult): TestAttempt {
  if (!isFailing(status)) return { status, durationUs, failure: null }
  return {
    status,
    durationUs,
    failure: failure ?? { type: null, message: messageOfOutcome(outcome), trace: '' },
  }
}

/** An outcome that nobody knows is not taken for a success. */
function knownStatus(outcome: string, at: number, warnings: WarningLog): TestStatus {
  const status = statusOfOutcome(outcome)
  if (status !== null) return status
  warnings.add('a result has an outcome that TRX does not know, and counts as errored', at)
  return 'errored'
}

function idOf(attributes: XmlAttributes, name: string): string | null {
  const id = attributes.get(name)
  return id === null ? null : ownText(id.toLowerCase())
}
