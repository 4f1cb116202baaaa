import { describe, expect, test } from '@jest/globals'
import type { TestCase } from '@testwarden/core/model/test-run'
import { countTests } from '@testwarden/core/model/test-totals'
import fc from 'fast-check'
import { tap } from '../../src/test-run/tap.js'
import { caseLine, openTestRun } from '../support/open-test-run.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

function read(...lines: readonly string[]) {
  return readAll(openTestRun('tap'), `${lines.join('\n')}\n`)
}

function reading(...lines: readonly string[]) {
  const { model, partial, warnings } = mustRead(read(...lines))
  return { cases: [...model.cases].map(caseLine), partial, warnings: warnings.map(({ message }) => message) }
}

function casesOf(...lines: readonly string[]): readonly TestCase[] {
  return [...mustRead(read(...lines)).model.cases]
}

describe('a plan', () => {
  test('that promises more than there is makes the report partial', () => {
    expect(reading('1..3', 'ok 1', 'ok 2')).toMatchObject({
      partial: true,
      warnings: ['3 results are planned, 2 are there'],
    })
  })

  test('that promises less is only odd', () => {
    expect(reading('1..1', 'ok 1', 'ok 2')).toMatchObject({
      partial: false,
      warnings: ['1 results are planned, 2 are there'],
    })
  })

  test('that is missing makes the report partial', () => {
    expect(reading('ok 1 - adds')).toEqual({ cases: ['P adds'], partial: true, warnings: ['there is no plan'] })
  })

  test('behind the results ends them', () => {
    expect(read('ok 1', '1..2', 'ok 2')).toMatchObject({ ok: false, error: { line: 3 } })
  })

  test('may not be made twice', () => {
    expect(read('1..2', 'ok 1', '1..1', 'ok 2')).toMatchObject({ ok: false, error: { line: 3 } })
    expect(read('ok 1', '1..1', '1..1')).toMatchObject({ ok: false, error: { line: 3 } })
  })

  test('of the next run in the same file starts anew where the first is complete', () => {
    const { cases, partial } = reading('1..1', 'ok 1 - adds', '1..1', 'ok 1 - subtracts')
    expect({ cases, partial }).toEqual({ cases: ['P adds', 'P subtracts'], partial: false })
    expect(reading('TAP version 13', 'ok 1', '1..1', 'TAP version 14', 'not ok 1', '1..1').cases).toHaveLength(2)
  })
})

test.each(['12', '15', '0', '1300'])('TAP version %s is refused', (version) => {
  expect(read(`TAP version ${version}`, '1..1', 'ok 1')).toMatchObject({ ok: false, error: { line: 1 } })
})

test('a run that bails out is partial and says why, from whatever depth', () => {
  const told = { partial: true, warnings: expect.arrayContaining(['the run bailed out: no database']) }
  expect(reading('1..2', 'ok 1', 'Bail out! no database')).toMatchObject(told)
  expect(reading('1..1', '    ok 1', '    1..1', '    Bail out! no database', 'ok 1')).toMatchObject(told)
})

describe('subtests', () => {
  test('take the name of the result behind them where nothing else names them', () => {
    expect(reading('    ok 1 - adds', '    1..1', 'ok 1 - outer', '1..1').cases).toEqual(['P outer > adds'])
  })

  test('of subtests that nobody names are placed whole', () => {
    const nested = reading('    ok 1 - flat', '        ok 1 - deep', '    ok 2 - middle', 'ok 1 - outer', '1..1')
    expect(nested.cases).toEqual(['P outer > flat', 'P outer > middle > deep'])
  })

  test('that all pass do not hide that their result failed', () => {
    const { cases } = reading('# Subtest: outer', '    ok 1 - adds', '    1..1', 'not ok 1 - outer', '1..1')
    expect(cases).toEqual(['P outer > adds', 'F outer -: the test failed and says nothing'])
  })

  test('that fail are not told a second time by their result', () => {
    const { cases } = reading('# Subtest: outer', '    not ok 1 - adds', '    1..1', 'not ok 1 - outer', '1..1')
    expect(cases).toEqual(['F outer > adds -: the test failed and says nothing'])
  })

  test('whose result never came are kept, and the report is partial', () => {
    expect(reading('1..1', '# Subtest: outer', '    ok 1 - adds')).toMatchObject({
      cases: ['P outer > adds'],
      partial: true,
    })
  })

  test('deeper than anything real are not followed, and that is told', () => {
    const nested = Array.from({ length: 300 }, (_, depth) => `${' '.repeat(4 * depth)}ok 1 - level ${depth}`)
    expect(reading('1..1', ...nested).warnings).toContainEqual(
      expect.stringMatching(/^a line that is no TAP is ignored/),
    )
  })
})

describe('a failure', () => {
  test('has its place as a frame, whoever wrote it', () => {
    const place = (...yaml: readonly string[]) =>
      casesOf('1..1', 'not ok 1', '  ---', ...yaml, '  ...')[0]?.attempts[0]?.failure?.trace.split('\n')[0]
    expect(place('  at:', '    line: 8', '    column: 5', '    file: a.js')).toBe('    at a.js:8:5')
    expect(place("  location: '/app/a.js:3:1'")).toBe('    at /app/a.js:3:1')
    expect(place('    at: Test.<anonymous> (/app/a.js:2:43)')).toBe('    at Test.<anonymous> (/app/a.js:2:43)')
  })

  test('says what comments behind it say', () => {
    const [failed] = casesOf('1..1', 'not ok 1 - adds', "#   Failed test 'adds'", '#   at t/a.t line 3.')
    expect(failed?.attempts[0]?.failure).toMatchObject({
      message: "Failed test 'adds'",
      trace: "  Failed test 'adds'\n  at t/a.t line 3.",
    })
  })

  test('that its runner calls something else than the fault of the test is an error', () => {
    const [first] = casesOf('1..1', 'not ok 1', '  ---', "  failureType: 'testTimeoutFailure'", '  ...')
    expect(first?.status).toBe('errored')
  })
})

test('a YAML block without an end does not swallow results', () => {
  expect(reading('1..2', 'not ok 1 - adds', '  ---', '  message: no', 'ok 2 - subtracts')).toEqual({
    cases: ['F adds -: no', 'P subtracts'],
    partial: false,
    warnings: ['a YAML block has no end'],
  })
})

test('prove that was killed leaves a partial report', () => {
  expect(reading('t/a.t .. ', '1..1', 'ok 1 - adds', 'ok')).toMatchObject({ cases: ['P t/a.t > adds'], partial: true })
})

test('any flat list of results comes back', () => {
  const result = fc.record({ isOk: fc.boolean(), isTodo: fc.boolean() })
  fc.assert(
    fc.property(fc.array(result, { minLength: 1, maxLength: 30 }), fc.boolean(), (results, isPlanFirst) => {
      const plan = `1..${results.length}`
      const lines = results.map(
        ({ isOk, isTodo }, at) => `${isOk ? '' : 'not '}ok ${at + 1} - n${at}${isTodo ? ' # TODO' : ''}`,
      )
      const { model, partial } = mustRead(
        read('TAP version 14', ...(isPlanFirst ? [plan, ...lines] : [...lines, plan])),
      )
      const skipped = results.filter(({ isTodo }) => isTodo).length
      const failed = results.filter(({ isOk, isTodo }) => !isOk && !isTodo).length
      expect(countTests(model.cases)).toMatchObject({ cases: results.length, failed, skipped })
      expect(partial).toBe(false)
    }),
  )
})

describe('what looks like TAP', () => {
  test.each([
    'TAP version 13\n',
    '1..4\n',
    '1..0 # SKIP\n',
    '# a comment\nok 1 - adds\n',
    't/a.t .. \n1..1\n',
  ])('%j is', (text) => {
    expect(tap.detect(bytesOf(text))).toBe(true)
  })

  test.each([
    'ok  \texample.com/parcel\t0.1s\n',
    'ok\n',
    '1..4.2\n',
    'okay\n',
    'SF:a\n',
    '{}',
    '',
    '# only a comment\n',
  ])('%j is not', (text) => {
    expect(tap.detect(bytesOf(text))).toBe(false)
  })
})
