import type { TestAttempt } from '@testwarden/core/model/test-run'
import type { WarningLog } from '../../warning-log.js'
import { PASSED, type SeenCase, SKIPPED } from '../test-run-builder.js'
import type { OpenSuite } from './suites.js'

/** A number that no suite without a list of its cases has. */
const MAX_UNLISTED = 10_000
const UNKNOWN = { type: null, message: 'the report counts this failure, and does not tell of it', trace: '' }
const FAILED: readonly TestAttempt[] = [{ status: 'failed', durationUs: null, failure: UNKNOWN }]
const ERRORED: readonly TestAttempt[] = [{ status: 'errored', durationUs: null, failure: UNKNOWN }]

/** The tests of a suite that only says how many it has: they count, and have no names. */
export function* unlistedCases({ path, file, declared, at }: OpenSuite, warnings: WarningLog): Iterable<SeenCase> {
  const claimed = declared?.cases ?? 0
  if (claimed === 0) return
  warnings.add('a suite says how many tests it has and lists none: they count, without their names', at)
  if (claimed > MAX_UNLISTED)
    warnings.add(`of more than ${MAX_UNLISTED} tests that are not listed the rest is left out`, at)
  const cases = Math.min(claimed, MAX_UNLISTED)
  const failed = declared?.failed ?? 0
  const errored = failed + (declared?.errored ?? 0)
  const skipped = errored + (declared?.skipped ?? 0)
  for (let index = 0; index < cases; index++) {
    const attempts = index < failed ? FAILED : index < errored ? ERRORED : index < skipped ? SKIPPED : PASSED
    const name = `(not listed) ${index + 1}`
    yield { suite: path, className: null, name, file, line: null, durationUs: null, tags: [], attempts }
  }
}
