import type { TestStatus } from '@testwarden/core/model/test-run'

/**
 * The fourteen outcomes of Visual Studio. One that is not written is the first of them, `Error`: the writers leave out
 * what is the default.
 */
const STATUS_BY_OUTCOME: ReadonlyMap<string, TestStatus> = new Map([
  ['Passed', 'passed'],
  ['PassedButRunAborted', 'passed'],
  ['Completed', 'passed'],
  ['Warning', 'passed'],
  ['Failed', 'failed'],
  ['Error', 'errored'],
  ['Timeout', 'errored'],
  ['Aborted', 'errored'],
  ['Disconnected', 'errored'],
  ['NotRunnable', 'errored'],
  ['InProgress', 'errored'],
  ['Inconclusive', 'skipped'],
  ['NotExecuted', 'skipped'],
  ['Pending', 'skipped'],
])

export const UNWRITTEN_OUTCOME = 'Error'

/** null: no outcome of Visual Studio. */
export function statusOfOutcome(outcome: string): TestStatus | null {
  return STATUS_BY_OUTCOME.get(outcome) ?? null
}

/** What to say of a test that failed without a message. */
export function messageOfOutcome(outcome: string): string {
  if (outcome === 'InProgress') return 'The test started and never ended.'
  return `The outcome is ${outcome}, without a message.`
}
