import { expect, test } from '@jest/globals'
import type { TestAttempt } from '@testwarden/core/model/test-run'
import { countTests } from '@testwarden/core/model/test-totals'
import fc from 'fast-check'
import { PASSED, type SeenCase, SKIPPED, TestRunBuilder } from '../../src/test-run/test-run-builder.js'
import { WarningLog } from '../../src/warning-log.js'

const FACTS = { dialect: null, suites: 1, durationUs: null, startedAt: null, declared: null }
const FAILED: TestAttempt = { status: 'failed', durationUs: 5, failure: { type: 'E', message: 'no', trace: 'at x' } }

function seen(part: Partial<SeenCase>): SeenCase {
  return {
    suite: [],
    className: null,
    name: 'works',
    file: null,
    line: null,
    durationUs: null,
    tags: [],
    attempts: PASSED,
    ...part,
  }
}

test('every case comes back as it was told', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  const anyCase = fc.record({
    suite: fc.array(text, { maxLength: 3 }),
    className: fc.option(text),
    name: text,
    file: fc.option(text),
    line: fc.option(fc.integer({ min: 1, max: 1e6 })),
    durationUs: fc.option(fc.integer({ min: 0, max: 2e12 })),
    tags: fc.array(text, { maxLength: 2 }),
    attempts: fc.constantFrom(PASSED, SKIPPED, [FAILED], [FAILED, ...PASSED], [FAILED, FAILED]),
  })
  fc.assert(
    fc.property(fc.array(anyCase), (cases) => {
      const builder = new TestRunBuilder(new WarningLog())
      for (const each of cases) builder.add(each, null)
      const built = [...builder.report(FACTS).cases]
      expect(built.map(({ status: _, attempts: __, ...rest }) => rest)).toEqual(
        cases.map(({ attempts: _, ...rest }) => rest),
      )
      expect(built.map(({ status, attempts }) => [status, attempts.length])).toEqual(
        cases.map(({ attempts }) => {
          if (attempts === PASSED) return ['passed', 0]
          if (attempts === SKIPPED) return ['skipped', 0]
          return [attempts.some(({ status }) => status === 'passed') ? 'passed' : 'failed', attempts.length]
        }),
      )
    }),
  )
})

test('a failed and a passed attempt make a passed, flaky case', () => {
  const builder = new TestRunBuilder(new WarningLog())
  builder.add(seen({ attempts: [FAILED, ...PASSED] }), 1)
  builder.add(seen({ attempts: [FAILED, FAILED] }), 2)
  expect(countTests(builder.report(FACTS).cases)).toEqual({
    cases: 2,
    passed: 1,
    failed: 1,
    errored: 0,
    skipped: 0,
    flaky: 1,
  })
})

test('a message of a megabyte keeps its beginning and its end', () => {
  const builder = new TestRunBuilder(new WarningLog())
  const message = `begin${'x'.repeat(1_000_000)}end`
  builder.add(seen({ attempts: [{ ...FAILED, failure: { type: null, message, trace: '' } }] }), 1)
  const [failed] = builder.report(FACTS).cases
  const kept = failed?.attempts[0]?.failure?.message ?? ''
  expect(kept.length).toBeLessThan(5_000)
  expect(kept).toMatch(/^begin.*characters left out.*end$/s)
})

test('what the file claims and does not list is said', () => {
  const warnings = new WarningLog()
  const builder = new TestRunBuilder(warnings)
  builder.add(seen({}), 1)
  builder.report({ ...FACTS, declared: { cases: 4, failed: 0, errored: null, skipped: 0 } })
  expect(warnings.list()).toEqual([
    { message: 'the file declares 4 cases where 1 are listed; what is listed counts', line: null },
  ])
})

test('an attempt that comes later makes a case what all attempts together make it', () => {
  const builder = new TestRunBuilder(new WarningLog())
  const first = builder.add(seen({ name: 'first', attempts: [FAILED], durationUs: 5 }), null)
  const second = builder.add(seen({ name: 'second', durationUs: 2 ** 33 }), null)
  builder.addAttempt(first, { status: 'passed', durationUs: 7, failure: null }, null)
  builder.addAttempt(second, FAILED, null)
  const report = builder.report(FACTS)
  expect([...report.cases].map(({ status, durationUs }) => [status, durationUs])).toEqual([
    ['passed', 12],
    ['passed', 2 ** 33 + 5],
  ])
  expect([...report.cases].map(({ attempts }) => attempts.map(({ status }) => status))).toEqual([
    ['failed', 'passed'],
    ['passed', 'failed'],
  ])
  expect(report.durationUs).toBe(2 ** 33 + 17)
})

test('a case that turns out to have failed is failed', () => {
  const builder = new TestRunBuilder(new WarningLog())
  builder.correct(builder.add(seen({ durationUs: 9 }), null), FAILED)
  expect([...builder.report(FACTS).cases]).toMatchObject([{ status: 'failed', durationUs: 9, attempts: [FAILED] }])
})
