import { describe, expect, test } from '@jest/globals'
import type { ParseResult } from '@testwarden/core/model/result'
import type { TestRunReport } from '@testwarden/core/model/test-run'
import { fixturesOf } from '../support/fixtures.js'
import { openTestRun } from '../support/open-test-run.js'
import { readAll } from '../support/read.js'

function read(text: string): ParseResult<TestRunReport> {
  return readAll(openTestRun('ctrf'), text)
}

const HEAD = '{"reportFormat":"CTRF","results":{"tests":[{"name":"one","status":"passed"}'

describe('a document that is cut off', () => {
  test('is partial as soon as one case was read, and says where it ends', () => {
    const result = read(`${HEAD},\n{"name":"two","sta`)
    expect(result).toMatchObject({ ok: true, partial: true, model: { cases: { count: 1 } } })
    expect(result.ok && result.warnings).toEqual([
      { message: 'the file ends early: what came before counts, tests behind are missing', line: 2 },
    ])
  })

  test('is an error before its first case', () => {
    expect(read('{"reportFormat":"CTRF","results":{"tests":[{"name":"one"')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('cut off') },
    })
  })

  test('in every fixture is partial with the cases before, or an error', () => {
    const fixtures = fixturesOf('test-run').filter(({ name }) => /^(jest-json|playwright-json|ctrf)\/basic$/.test(name))
    expect(fixtures).toHaveLength(3)
    for (const { format, input } of fixtures) {
      const half = readAll(openTestRun(format), input.subarray(0, Math.floor(input.length * 0.8)))
      expect(half).toMatchObject({ ok: true, partial: true })
    }
  })
})

test('a fault in the middle is an error: nobody knows what else is wrong', () => {
  expect(read(`${HEAD},,{"name":"two"}]}}`)).toMatchObject({ ok: false, error: { line: 1 } })
})

test('a message of two megabytes is shortened, and the tests behind it count', () => {
  const message = `begin${'x'.repeat(2_000_000)}end`
  const result = read(`${HEAD},${JSON.stringify({ name: 'two', status: 'failed', message })},{"name":"three"}]}}`)
  expect(result).toMatchObject({ ok: true, partial: false, model: { cases: { count: 3 } } })
  const failed = result.ok ? [...result.model.cases][1] : undefined
  expect(failed?.attempts[0]?.failure?.message).toMatch(/^begin.*end$/s)
})
