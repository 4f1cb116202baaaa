import type { TestFailure } from '@testwarden/core/model/test-run'
import type { SeenCase } from './test-run-builder.js'

/** What a report tells of an error outside of its tests. */
export interface OutsideError {
  /** What the case for it is called. */
  readonly name: string
  readonly failure: TestFailure
  readonly file?: string | null
  readonly line?: number | null
}

/** Tools count an error outside of the tests as none of them; here it is one case, so that no such run looks green. */
export function outsideCase({ name, failure, file = null, line = null }: OutsideError): SeenCase {
  return {
    suite: [],
    className: null,
    name,
    file,
    line,
    durationUs: null,
    tags: [],
    attempts: [{ status: 'errored', durationUs: null, failure }],
  }
}
