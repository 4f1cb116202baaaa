import { expect, test } from '@jest/globals'
import type { TestStatus } from '@testwarden/core/model/test-run'
import { statusOfAttempts } from '@testwarden/core/model/test-totals'
import fc from 'fast-check'
import { outcomeOf, statusOf } from '../../src/tests/outcome-text.js'

test('letters of attempts count as the attempts themselves do, so that totals are those of the reports', () => {
  const statuses = fc.array(fc.constantFrom<TestStatus>('passed', 'failed', 'errored', 'skipped'), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(statuses, (each) => {
      const attempts = each.map((status) => ({ status, durationUs: null, failure: null }))
      const status = statusOfAttempts(attempts)
      expect(statusOf(outcomeOf({ status, attempts }))).toBe(status)
    }),
  )
})
