import type { DeclaredTests, TestAttempt } from '@testwarden/core/model/test-run'
import type { WarningLog } from '../../warning-log.js'
import { PASSED, type SeenCase, SKIPPED } from '../test-run-builder.js'
import type { OpenSuite } from './suites.js'

/** More than a report without a list of its cases tells of. */
const MAX_UNLISTED = 10_000
const UNKNOWN = { type: null, message: 'the report counts this failure, and does not tell of it', trace: '' }
const FAILED: readonly TestAttempt[] = [{ status: 'failed', durationUs: null, failure: UNKNOWN }]
const ERRORED: readonly TestAttempt[] = [{ status: 'errored', durationUs: null, failure: UNKNOWN }]

/** The tests of suites that only say how many they have: they count, and have no names. */
export class UnlistedCases {
  private readonly warnings: WarningLog
  private room = MAX_UNLISTED

  constructor(warnings: WarningLog) {
    this.warnings = warnings
  }

  *casesOf({ path, file, declared, at }: OpenSuite): Iterable<SeenCase> {
    const claimed = declared?.cases ?? 0
    if (declared === null || claimed === 0) return
    this.warnings.add('a suite says how many tests it has and lists none: they count, without their names', at)
    if (claimed > this.room)
      this.warnings.add(`of more than ${MAX_UNLISTED} tests that are not listed the rest is left out`, at)
    const cases = Math.min(claimed, this.room)
    this.room -= cases
    for (let index = 0; index < cases; index++) {
      const name = `(not listed) ${index + 1}`
      const attempts = attemptsOf(index, declared)
      yield { suite: path, className: null, name, file, line: null, durationUs: null, tags: [], attempts }
    }
  }
}

/** Failed ones come first, then errored, then skipped ones. */
function attemptsOf(index: number, declared: DeclaredTests): readonly TestAttempt[] {
  const failed = declared.failed ?? 0
  if (index < failed) return FAILED
  const errored = failed + (declared.errored ?? 0)
  if (index < errored) return ERRORED
  return index < errored + (declared.skipped ?? 0) ? SKIPPED : PASSED
}
