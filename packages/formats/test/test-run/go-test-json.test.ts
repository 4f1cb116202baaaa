import { describe, expect, test } from '@jest/globals'
import { countTests } from '@testwarden/core/model/test-totals'
import fc from 'fast-check'
import { goTestJson } from '../../src/test-run/go-test-json.js'
import { caseLine, openTestRun } from '../support/open-test-run.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const PACKAGE = 'example.com/parcel'

/** One line of a stream; Package is `example.com/parcel` unless another is given. */
function event(Action: string, members: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ Time: '2026-11-22T09:00:00.123456789+01:00', Action, Package: PACKAGE, ...members })
}

function output(Output: string, Test?: string): string {
  return event('output', Test === undefined ? { Output } : { Output, Test })
}

function readingOf(lines: readonly string[]) {
  const { model, partial, warnings } = mustRead(readAll(openTestRun('go-test-json'), `${lines.join('\n')}\n`))
  return { model, cases: [...model.cases], partial, warnings: warnings.map(({ message }) => message) }
}

function casesOf(...lines: readonly string[]): readonly string[] {
  return readingOf(lines).cases.map(caseLine)
}

function failureOf(...lines: readonly string[]) {
  return readingOf([event('run', { Test: 'TestA' }), ...lines, event('fail', { Test: 'TestA' }), event('fail')])
    .cases[0]?.attempts[0]?.failure
}

describe('a failed test', () => {
  test('says what it logged first, its output is the trace', () => {
    const failure = failureOf(
      output('    a_test.go:12: got 1\n', 'TestA'),
      output('        want 2\n', 'TestA'),
      output('    a_test.go:13: bye\n', 'TestA'),
    )
    expect(failure).toEqual({
      type: null,
      message: 'got 1\nwant 2',
      trace: '    a_test.go:12: got 1\n        want 2\n    a_test.go:13: bye\n',
    })
  })

  test('said so before Go 1.14 with its name in front', () => {
    expect(failureOf(output('    TestA: a_test.go:51: not this time\n', 'TestA'))?.message).toBe('not this time')
  })

  test('has nothing of what the test binary says about tests in its trace', () => {
    const failure = failureOf(
      output('=== RUN   TestA\n', 'TestA'),
      output('=== PAUSE TestA\n', 'TestA'),
      output('--- FAIL: TestA (0.00s)\n', 'TestA'),
    )
    expect(failure).toEqual({ type: null, message: 'the test failed and says nothing', trace: '' })
  })

  test('that a panic ended is errored, however long its output is', () => {
    const noise = Array.from({ length: 2_000 }, (_, at) => output(`line ${at}\n`, 'TestA'))
    const lines = [output('panic: no scales\n', 'TestA'), ...noise]
    expect(failureOf(...noise, ...lines)).toMatchObject({ type: 'panic', message: 'no scales' })
  })

  test('tells its parents, also where names of subtests have slashes', () => {
    const names = ['TestA', 'TestA/b', 'TestA/b/c/d']
    const lines = [
      ...names.map((Test) => event('run', { Test })),
      ...names.toReversed().map((Test) => event('fail', { Test })),
    ]
    expect(casesOf(...lines, event('fail'))).toEqual([
      `F ${PACKAGE} > TestA/b/c/d -: the test failed and says nothing`,
      `F ${PACKAGE} > TestA/b -: a subtest failed: TestA/b/c/d`,
      `F ${PACKAGE} > TestA -: a subtest failed: TestA/b`,
    ])
  })
})

describe('a test without an end', () => {
  const open = event('run', { Test: 'TestA' })

  test('is errored, and names the panic of whoever ended the program', () => {
    const panicked = [
      event('run', { Test: 'TestB' }),
      output('panic: no scales\n', 'TestB'),
      event('fail', { Test: 'TestB' }),
    ]
    expect(casesOf(open, ...panicked, event('fail'))).toEqual([
      `E ${PACKAGE} > TestB panic: no scales`,
      `E ${PACKAGE} > TestA panic: the test started and never ended: the program ended with panic: no scales`,
    ])
  })

  test('passed where its package passed, with a warning', () => {
    const { cases, warnings } = readingOf([open, event('pass')])
    expect([cases.map(caseLine), warnings]).toEqual([
      [`P ${PACKAGE} > TestA`],
      ['a test that has no end counts as passed, because its package passed'],
    ])
  })

  test('makes a report partial where its package has no end either', () => {
    expect(readingOf([open])).toMatchObject({
      partial: true,
      warnings: [`the report ends before the package ${PACKAGE}`],
    })
  })
})

describe('reruns', () => {
  const run = (action: string, Test = 'TestA') => [event('run', { Test }), event(action, { Test, Elapsed: 0.25 })]

  test('are attempts of one case, and their times add up', () => {
    const { cases, model } = readingOf([...run('fail'), event('fail'), ...run('pass'), event('pass', { Elapsed: 2 })])
    expect(cases).toMatchObject([
      { status: 'passed', durationUs: 500_000, attempts: [{ status: 'failed' }, { status: 'passed' }] },
    ])
    expect(countTests(model.cases)).toMatchObject({ cases: 1, passed: 1, flaky: 1 })
  })

  test('of a name in another package are another case', () => {
    const Package = 'example.com/other'
    const other = [
      event('run', { Test: 'TestA', Package }),
      event('pass', { Test: 'TestA', Package }),
      event('pass', { Package }),
    ]
    expect(casesOf(...run('fail'), event('fail'), ...other)).toHaveLength(2)
  })

  test('beyond a thousand keep the status, though the one that passed may be left out', () => {
    const lines = Array.from({ length: 1_200 }, (_, at) => run(at === 600 ? 'pass' : 'fail')).flat()
    const { cases } = readingOf([...lines, event('fail')])
    expect(cases.map(({ status, attempts }) => [status, attempts.length])).toEqual([['passed', 1_000]])
  })
})

describe('a package that fails by itself', () => {
  test('behind its tests is one errored case', () => {
    const tests = [event('run', { Test: 'TestA' }), event('pass', { Test: 'TestA' })]
    expect(casesOf(...tests, output('PASS\n'), output('leaked 2 goroutines\n'), event('fail'))).toEqual([
      `P ${PACKAGE} > TestA`,
      `E ${PACKAGE} > [package failed] -: no test failed, but the package did: leaked 2 goroutines`,
    ])
  })

  test('before any test ran is told, as nothing was tested', () => {
    expect(readingOf([output('no database\n'), event('fail')])).toMatchObject({
      cases: [],
      warnings: [`the package ${PACKAGE} failed before any of its tests ran: no database`],
    })
  })

  test('because it cannot be set up is one errored case', () => {
    expect(casesOf(output(`FAIL\t${PACKAGE} [setup failed]\n`), event('fail'))).toEqual([
      `E ${PACKAGE} > [setup failed] -: the package does not build`,
    ])
  })
})

test('events of packages that run at once may stand in any order between each other', () => {
  const stream = (Package: string) =>
    ['pass', 'fail', 'skip'].flatMap((action, at) => [
      event('run', { Package, Test: `Test${at}` }),
      event('output', { Package, Test: `Test${at}`, Output: `    a_test.go:1: in ${Package}\n` }),
      event(action, { Package, Test: `Test${at}`, Elapsed: at }),
    ])
  const streams = ['a', 'b', 'c'].map((Package) => [...stream(Package), event('fail', { Package })])
  const told = (lines: readonly string[]) => casesOf(...lines).toSorted()
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(2)), (turns) => {
      const rest = streams.map((lines) => [...lines])
      const mixed: string[] = []
      while (rest.some((lines) => lines.length > 0)) mixed.push(...(rest[turns.next().value ?? 0]?.splice(0, 1) ?? []))
      expect(told(mixed)).toEqual(told(streams.flat()))
    }),
    { numRuns: 30 },
  )
})

test('what is printed behind the end of a package, or for none, does not make the report partial', () => {
  const printed = [output('coverage: 80%\n'), JSON.stringify({ Action: 'output', Output: 'FAIL\n' })]
  const { partial, warnings } = readingOf([
    event('run', { Test: 'TestA' }),
    event('pass', { Test: 'TestA' }),
    event('pass'),
    ...printed,
  ])
  expect({ partial, warnings }).toEqual({ partial: false, warnings: [] })
})

test('the time of the first event is when the run began', () => {
  expect(readingOf([event('start'), event('skip')]).model.startedAt).toBe('2026-11-22T08:00:00.123Z')
})

test('names that every object has are names like others', () => {
  expect(
    casesOf(event('run', { Test: '__proto__' }), event('fail', { Test: '__proto__' }), event('fail')),
  ).toHaveLength(1)
})

test('members of other types than Go writes are none', () => {
  const odd = [
    event('pass', { Test: 7 }),
    event('output', { Output: {} }),
    JSON.stringify({ Action: ['run'] }),
    'null',
    '[1]',
    '"x"',
  ]
  expect(readingOf([...odd, event('pass')]).warnings).toEqual([
    'an event without an action is ignored',
    'a line that is no event in JSON is ignored (3 times)',
  ])
})

test('a name of nothing but slashes is one name', () => {
  const Test = '/'.repeat(400_000)
  expect(casesOf(event('run', { Test }), event('fail', { Test }), event('fail'))).toHaveLength(1)
})

describe('what looks like the events of go test', () => {
  test.each([
    event('start'),
    `go: downloading example.com/x v1.0.0\n# ${PACKAGE}\n${event('run')}`,
    '{"Action":"build-output","ImportPath":"a"}',
  ])('%j does', (text) => {
    expect(goTestJson.detect(bytesOf(`${text}\n`))).toBe(true)
  })

  test.each([
    '',
    '{}',
    '{\n"Action":"run","Package":"a"}',
    '[{"Action":"run","Package":"a"}]',
    '{"Action":"run"}',
    `<x>\n${event('run')}`,
  ])('%j does not', (text) => {
    expect(goTestJson.detect(bytesOf(text))).toBe(false)
  })
})
