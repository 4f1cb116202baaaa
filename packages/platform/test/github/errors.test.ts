import { describe, expect, test } from '@jest/globals'
import { type FailedAnswer, missingPermission, toPlatformError } from '../../src/github/errors.js'
import { waitBeforeRetry } from '../../src/github/retry.js'

function answer(status: number | null, headers: Readonly<Record<string, string>> = {}, message = ''): FailedAnswer {
  return { status, headers, message, isUnreachable: false }
}

describe('the missing permission', () => {
  test.each([
    ['issues=write', 'issues: write'],
    ['pull_requests=write,contents=read; issues=write', 'pull-requests: write, contents: read'],
  ])('is read from %j', (header, line) => {
    expect(missingPermission(answer(403, { 'x-accepted-github-permissions': header }))).toBe(line)
  })

  test.each(['', 'nonsense', 'issues=write\n::error::x', 'issues: write'])('is not made up from %j', (header) => {
    expect(missingPermission(answer(403, { 'x-accepted-github-permissions': header }))).toBeNull()
  })

  test('is the narrower of two that would do, where it is named', () => {
    const headers = { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' }
    expect(missingPermission(answer(403, headers))).toBe('issues: write')
    expect(missingPermission(answer(403, headers), { name: 'pull_requests', level: 'write' })).toBe(
      'pull-requests: write',
    )
    expect(missingPermission(answer(403, headers), { name: 'checks', level: 'write' })).toBe('issues: write')
  })

  test('is what the feature needs in the end, so that nobody is refused twice', () => {
    const headers = { 'x-accepted-github-permissions': 'checks=read' }
    expect(missingPermission(answer(403, headers), { name: 'checks', level: 'write' })).toBe('checks: write')
  })

  test('is not what a locked conversation, another app or a thing that is gone is about', () => {
    const headers = { 'x-accepted-github-permissions': 'issues=write' }
    expect(missingPermission(answer(403, headers, 'Unable to create comment because issue is locked.'))).toBeNull()
    expect(missingPermission(answer(403, headers, 'Invalid app_id `1`'))).toBeNull()
    expect(missingPermission(answer(404, headers, 'Not Found'))).toBeNull()
  })

  test('is no matter of a rate limit or of a wrong request', () => {
    const headers = { 'x-accepted-github-permissions': 'issues=write' }
    expect(missingPermission(answer(403, { ...headers, 'retry-after': '3' }))).toBeNull()
    expect(missingPermission(answer(422, headers))).toBeNull()
  })
})

test.each([
  [{ status: 401, response: { headers: {} }, message: 'Bad credentials' }, 'github-token', false],
  [{ status: 410, response: { headers: {} }, message: 'Issues are disabled' }, 'issues are switched off', false],
  [{ status: 502, response: { headers: {} }, message: 'Bad gateway' }, 'run the job again', true],
  [{ status: 500, message: 'socket hang up' }, 'run the job again', true],
  [new TypeError('fetch failed'), 'run the job again', true],
])('the failure %j becomes an error with its remedy', (failure, remedy, retryable) => {
  expect(toPlatformError('do it', failure)).toMatchObject({
    name: 'PlatformError',
    message: expect.stringContaining('cannot do it'),
    remedy: expect.stringContaining(remedy),
    retryable,
  })
})

describe('the wait before asking again', () => {
  const first = { tries: 1, nowMs: 1_000_000 }

  test('is never given to a create, whatever happened', () => {
    for (const failure of [answer(429, { 'retry-after': '1' }), answer(503), answer(null)])
      expect(waitBeforeRetry(failure, { ...first, kind: 'create' })).toBeNull()
  })

  test('is what GitHub says: retry-after, else the reset, else a minute', () => {
    for (const kind of ['read', 'update'] as const) {
      expect(waitBeforeRetry(answer(403, { 'retry-after': '7' }), { ...first, kind })).toBe(7000)
      const exhausted = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1009' }
      expect(waitBeforeRetry(answer(403, exhausted), { ...first, kind })).toBe(9000)
      expect(waitBeforeRetry(answer(429), { ...first, kind })).toBe(60_000)
    }
  })

  test('grows after a server error, for reads only', () => {
    expect(waitBeforeRetry(answer(502), { ...first, kind: 'read' })).toBe(250)
    expect(waitBeforeRetry(answer(502), { ...first, kind: 'read', tries: 3 })).toBe(4000)
    expect(waitBeforeRetry(answer(502), { ...first, kind: 'update' })).toBeNull()
  })

  test('is not given to a refusal', () => {
    for (const status of [401, 403, 404, 422])
      expect(waitBeforeRetry(answer(status), { ...first, kind: 'read' })).toBeNull()
  })
})
