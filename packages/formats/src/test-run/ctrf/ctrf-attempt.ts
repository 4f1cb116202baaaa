import type { TestAttempt, TestStatus } from '@testwarden/core/model/test-run'
import type { Fields } from '../../json/fields.js'
import type { WarningLog } from '../../warning-log.js'
import { attemptOf } from '../attempt.js'
import { clippedFailure } from '../clipped-text.js'
import { microsecondsOfMilliseconds } from '../duration.js'
import { failureOfMessage, typeOfStack } from '../javascript-failure.js'

export const ATTEMPT_FIELDS: ReadonlySet<string> = new Set(['status', 'rawStatus', 'duration', 'message', 'trace'])
const STATUSES: ReadonlyMap<string, TestStatus> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['pending', 'skipped'],
])
/** What tools call a test that they did not run, or that may fail, and CTRF has no word for. */
const HARMLESS: readonly string[] = ['todo', 'disabled', 'ignored', 'notexecuted', 'xfail', 'xfailed', 'explicit']

/** The attempt that a test, or a member of its `retryAttempts`, tells of. @param at line of the report */
export function ctrfAttempt(fields: Fields, warnings: WarningLog, at: number): TestAttempt {
  const durationUs = microsecondsOfMilliseconds(fields.number('duration'))
  const written = fields.text('status') ?? ''
  const raw = fields.text('rawStatus') ?? written
  const status = STATUSES.get(written) ?? (HARMLESS.includes(raw.toLowerCase()) ? 'skipped' : null)
  const trace = fields.text('trace') ?? ''
  const told = failureOfMessage(fields.text('message') ?? '', trace)
  // There may be many attempts, and the whole of their texts is not needed any more.
  const failure = clippedFailure({ ...told, type: told.type ?? typeOfStack(trace) })
  if (status !== null) return attemptOf(status, durationUs, failure)
  warnings.add('a test that neither passed, failed nor was skipped counts as errored', at)
  const message = failure.message === '' ? `the report gives the status of this test as "${raw.slice(0, 50)}"` : null
  return attemptOf('errored', durationUs, message === null ? failure : { ...failure, message })
}
