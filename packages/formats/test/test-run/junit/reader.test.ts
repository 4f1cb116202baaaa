import { describe, expect, test } from '@jest/globals'
import type { TestCase } from '@testwarden/core/model/test-run'
import { countTests } from '@testwarden/core/model/test-totals'
import { caseLine, openTestRun } from '../../support/open-test-run.js'
import { mustRead, readAll } from '../../support/read.js'

function read(text: string) {
  return mustRead(readAll(openTestRun('junit'), text))
}

function casesOf(text: string): readonly TestCase[] {
  return [...read(text).model.cases]
}

function linesOf(text: string): readonly string[] {
  return casesOf(text).map(caseLine)
}

function messagesOf(text: string): readonly string[] {
  return read(text).warnings.map(({ message }) => message)
}

/** A report of one suite. */
function suite(cases: string, attributes = 'name="s"'): string {
  return `<testsuites><testsuite ${attributes}>${cases}</testsuite></testsuites>`
}

describe('the status of a case', () => {
  test.each([
    ['<testcase name="a"/>', 'P s > a'],
    ['<testcase name="a"><failure message="no"/></testcase>', 'F s > a -: no'],
    ['<testcase name="a"><skipped/><failure message="no"/></testcase>', 'F s > a -: no'],
    ['<testcase name="a"><failure message="f"/><error type="E" message="e"/></testcase>', 'E s > a E: f'],
    ['<testcase name="a"><skipped/></testcase>', 'S s > a'],
    ['<testcase name="a"><success/><skipped/></testcase>', 'P s > a'],
    ['<testcase name="a" status="notrun" result="suppressed"/>', 'S s > a'],
    ['<testcase name="a" status="run"/>', 'P s > a'],
    ['<testcase name="a" status="FAILED"/>', 'F s > a -: the report says that it failed, and not how'],
    ['<testcase name="a" incomplete="true"/>', 'E s > a -: the test was started and never ended'],
  ])('%s is %s', (text, line) => {
    expect(linesOf(suite(text))).toEqual([line])
  })

  test('several failures are one attempt with all texts', () => {
    const [failed] = casesOf(
      suite('<testcase name="a"><failure message="one">at 1</failure><failure message="two">at 2</failure></testcase>'),
    )
    expect(failed?.attempts).toEqual([
      { status: 'failed', durationUs: null, failure: { type: null, message: 'one\n\ntwo', trace: 'at 1\n\nat 2' } },
    ])
  })

  test('a failure without a message is called by the first line of its text', () => {
    expect(linesOf(suite('<testcase name="a"><failure>\n   Error: no\n   at x</failure></testcase>'))).toEqual([
      'F s > a -: Error: no',
    ])
  })

  test('where a failure has no text, what the test printed is its trace', () => {
    const [failed] = casesOf(
      suite('<testcase name="a"><failure message="Failed"/><system-out>tests/a.c:3: no\n</system-out></testcase>'),
    )
    expect(failed?.attempts[0]?.failure?.trace).toBe('tests/a.c:3: no')
  })
})

describe('attempts', () => {
  test('failures before a success make it flaky, and all times add up', () => {
    const [flaky] = casesOf(
      suite(
        '<testcase name="a" time="1"><flakyFailure message="f" time="2"><stackTrace>at x</stackTrace><system-out>noise</system-out></flakyFailure><flakyError message="e" time="4"/></testcase>',
      ),
    )
    expect(flaky).toMatchObject({ status: 'passed', durationUs: 7_000_000 })
    expect(flaky?.attempts).toEqual([
      { status: 'failed', durationUs: 2_000_000, failure: { type: null, message: 'f', trace: 'at x' } },
      { status: 'errored', durationUs: 4_000_000, failure: { type: null, message: 'e', trace: '' } },
      { status: 'passed', durationUs: 1_000_000, failure: null },
    ])
  })

  test('reruns behind a failure stand in their order, wherever the failure itself stands', () => {
    const reruns = '<rerunFailure message="2"/><rerunError message="3"/>'
    for (const inside of [`<failure message="1"/>${reruns}`, `${reruns}<failure message="1"/>`]) {
      const [failed] = casesOf(suite(`<testcase name="a">${inside}</testcase>`))
      expect(failed?.attempts.map(({ failure }) => failure?.message)).toEqual(['1', '2', '3'])
      expect(failed?.status).toBe('errored')
    }
  })

  test('cases of one name are different tests where the writer is not known to repeat them', () => {
    expect(linesOf(suite('<testcase name="a"><failure/></testcase><testcase name="a"/>'))).toHaveLength(2)
  })

  test('the same in a report of Go is one test, in every suite for itself', () => {
    const attributes = (name: string) =>
      `tests="2" failures="1" time="1" name="${name}" timestamp="2026-01-01T00:00:00Z"`
    const cases =
      '<testcase classname="p" name="A" time="1"><failure message="Failed"/></testcase><testcase classname="p" name="B"/><testcase classname="p" name="A" time="2"/>'
    const text = `<testsuites><testsuite ${attributes('p')}>${cases}</testsuite><testsuite ${attributes('q')}>${cases}</testsuite></testsuites>`
    expect(linesOf(text)).toEqual(['FP p > p > A -: Failed', 'P p > p > B', 'FP q > p > A -: Failed', 'P q > p > B'])
    expect(casesOf(text)[0]?.durationUs).toBe(3_000_000)
  })
})

test('what went wrong while a test of pytest was torn down belongs to its failure', () => {
  const text = (second: string) =>
    suite(
      `<testcase classname="m" name="a" time="1"><failure message="no">at 1</failure></testcase>${second}`,
      'name="pytest"',
    )
  const teardown =
    '<testcase classname="m" name="a" time="2"><error message="failed on teardown with &quot;E&quot;">at 2</error></testcase>'
  const [torn, ...others] = casesOf(text(teardown))
  expect(others).toEqual([])
  expect(torn).toMatchObject({ status: 'errored', durationUs: 3_000_000 })
  expect(torn?.attempts.map(({ failure }) => failure?.trace)).toEqual(['at 1\n\nat 2'])
  expect(casesOf(text(teardown.replace('failed on teardown', 'failed on setup')))).toHaveLength(2)
  expect(casesOf(text(teardown.replace('name="a"', 'name="b"')))).toHaveLength(2)
})

test('the projects of Playwright are parts of what a test is', () => {
  const project = (name: string) =>
    `<testsuite name="a.spec.ts" hostname="${name}"><testcase classname="a.spec.ts" name="x"/></testsuite>`
  const text = `<testsuites id="" name="" tests="2" failures="0" skipped="0" errors="0" time="1">${project('phone')}${project('desktop')}</testsuites>`
  expect(linesOf(text)).toEqual([
    'P phone > a.spec.ts > a.spec.ts > x (a.spec.ts)',
    'P desktop > a.spec.ts > a.spec.ts > x (a.spec.ts)',
  ])
})

test('the log behind a target of Bazel is the trace of its failure', () => {
  const text = suite(
    '<testcase name="t" status="run" duration="1" time="1"><error message="exited with error code 1"/></testcase><system-out>log: a.cc:3: no</system-out>',
  )
  expect(casesOf(text)[0]?.attempts[0]?.failure?.trace).toBe('log: a.cc:3: no')
})

describe('suites', () => {
  test('nest, and those that hold a case or nothing at all are counted', () => {
    const text =
      '<testsuites name="all"><testsuite name="outer" file="o.php"><testsuite name="inner"><testcase name="a"/></testsuite><testsuite/></testsuite></testsuites>'
    expect(linesOf(text)).toEqual(['P outer > inner > a (o.php)'])
    expect(read(text).model.suites).toBe(2)
  })

  test('may be the root, or stand in the root of Eclipse', () => {
    expect(linesOf('<testsuite name="s"><testcase classname="C" name="a"/></testsuite>')).toEqual(['P s > C > a'])
    expect(
      linesOf('<testrun name="r" tests="1"><testsuite name="s"><testcase name="a"/></testsuite></testrun>'),
    ).toEqual(['P s > a'])
  })

  test('take what the outermost ones declare, else what is in them', () => {
    const text =
      '<testsuites time="999"><testsuite time="1,000.5"><testsuite time="7"><testcase name="a" time="1"/></testsuite></testsuite><testsuite><testcase name="b" time="0,250"/><testsuite time="2"><testcase name="c"/></testsuite></testsuite></testsuites>'
    expect(read(text).model.durationUs).toBe(1_002_750_000)
  })

  test('one that fails without a case is a failed case', () => {
    expect(linesOf(suite('<error type="E" message="no class">at x</error>', 'name="s" tests="1" errors="1"'))).toEqual([
      'F s > s E: no class',
    ])
  })

  test('one that only says how many tests it has has as many without names', () => {
    const text = suite('', 'name="s" tests="6" failures="2" errors="1" skipped="1"')
    expect(countTests(casesOf(text))).toEqual({ cases: 6, passed: 2, failed: 2, errored: 1, skipped: 1, flaky: 0 })
    expect(messagesOf(text)).toEqual([
      'a suite says how many tests it has and lists none: they count, without their names',
    ])
    const many = `<testsuites>${'<testsuite tests="999999999"/>'.repeat(3)}</testsuites>`
    expect(casesOf(many)).toHaveLength(10_000)
    expect(messagesOf(many)).toContain('of more than 10000 tests that are not listed the rest is left out (3 times)')
  })

  test('start with the earliest of their times that has a zone', () => {
    const starts = ['2024-01-03T12:27:44', '2024-01-03T12:27:44Z', '2024-01-03T12:27:15+01:00']
    const suites = starts.map((start) => `<testsuite timestamp="${start}"/>`).join('')
    expect(read(`<testsuites>${suites}</testsuites>`).model.startedAt).toBe('2024-01-03T11:27:15.000Z')
  })
})

describe('a report that is not as it should be', () => {
  test('is read as far as it goes when it is cut off, with a warning that tells where', () => {
    const text =
      '<testsuites>\n<testsuite name="s" time="5">\n<testcase name="a"/>\n<testcase name="b"><failure message="no">at'
    const { model, partial, warnings } = read(text)
    expect(partial).toBe(true)
    expect([...model.cases].map(caseLine)).toEqual(['P s > a', 'F s > b -: no'])
    expect(warnings).toEqual([
      {
        message:
          'not well-formed XML in line 4: the file ends inside <failure>, which line 4 opens: it is cut off; what stands before counts',
        line: 4,
      },
    ])
  })

  test('loses a last case of which nothing is told, and says so', () => {
    const text = '<testsuites><testsuite name="s"><testcase name="a"/><testcase name="b">'
    expect(linesOf(text)).toEqual(['P s > a'])
    expect(messagesOf(text)[0]).toBe('the file ends before it says what became of its last case: that one is left out')
  })

  test('is an error when it is cut off before its first case', () => {
    const result = readAll(openTestRun('junit'), '<testsuites><testsuite name="s">')
    expect(result).toMatchObject({ ok: false, error: { line: 1 } })
  })

  test('is an error with its line when a tag is beyond repair', () => {
    const result = readAll(openTestRun('junit'), '<testsuites>\n<testsuite time="<<computed>>"/></testsuites>')
    expect(result).toMatchObject({ ok: false, error: { line: 2, message: expect.stringContaining('<') } })
  })

  test('may hold what crashed programs print', () => {
    const text = suite(
      '<testcase name="a\u001b[1m"><failure message="&#27;[31mno &nbsp; &amp;">\u0000at x</failure></testcase>',
    )
    expect(linesOf(text)).toEqual(['F s > a[1m -: [31mno &nbsp; &'])
  })

  test('may have a case without a name, and times that are none', () => {
    const text = suite('<testcase classname="C" name=""/><testcase time="-3"/><testcase name="x" time="NaN"/>')
    expect(linesOf(text)).toEqual(['P s > C > C', 'P s > s', 'P s > x'])
    expect(messagesOf(text)).toEqual([
      'a case without a name is called by its class or suite (2 times)',
      'a time that is no duration is taken as unknown (2 times)',
    ])
  })

  test('may have cases in cases, failures by the thousand and suites by the hundred', () => {
    expect(linesOf(suite('<testcase name="a"><testcase name="b"/></testcase>'))).toEqual(['P s > a'])
    const failures = suite(`<testcase name="a">${'<failure/>'.repeat(5_000)}</testcase>`)
    expect(casesOf(failures)[0]?.attempts).toHaveLength(1)
    const deep = `${'<testsuite name="d">'.repeat(400)}<testcase name="a"/>${'</testsuite>'.repeat(400)}`
    expect(casesOf(deep)[0]?.suite).toHaveLength(50)
  })

  test('is told how far it is off what it claims', () => {
    expect(messagesOf(suite('<testcase name="a"/>', 'tests="3" failures="1"'))).toEqual([
      'the file declares 3 cases where 1 are listed, 1 failed where 0 are listed; what is listed counts',
    ])
  })
})
