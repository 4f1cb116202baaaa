import { expect, test } from '@jest/globals'
import type { TestStatus } from '../../src/model/test-run.js'
import { statusOfAttempts } from '../../src/model/test-totals.js'

test.each<readonly [readonly TestStatus[], TestStatus]>([
  [[], 'skipped'],
  [['failed', 'passed'], 'passed'],
  [['passed', 'failed'], 'passed'],
  [['failed', 'errored'], 'errored'],
  [['failed', 'skipped'], 'failed'],
  [['skipped', 'skipped'], 'skipped'],
])('attempts that were %j make a case %s', (statuses, status) => {
  expect(statusOfAttempts(statuses.map((each) => ({ status: each })))).toBe(status)
})
