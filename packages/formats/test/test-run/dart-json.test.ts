import { describe, expect, test } from '@jest/globals'
import { dartJson } from '../../src/test-run/dart-json.js'
import { caseLine, openTestRun } from '../support/open-test-run.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const START = { type: 'start', protocolVersion: '0.1.1', time: 0 }
const SUITE = { type: 'suite', suite: { id: 0, path: 'test/a_test.dart' }, time: 0 }
const DONE = { type: 'done', success: true, time: 100 }

function started(id: number, name: string, groupIDs: readonly number[] = []) {
  return { type: 'testStart', test: { id, name, suiteID: 0, groupIDs, line: 7 }, time: 10 }
}

function ended(testID: number, result = 'success', members: object = {}) {
  return { type: 'testDone', testID, result, skipped: false, hidden: false, time: 12, ...members }
}

function group(id: number, name: string, parentID: number | null = null, testCount = 0) {
  return { type: 'group', group: { id, name, parentID, suiteID: 0, testCount }, time: 1 }
}

function readingOf(...events: readonly object[]) {
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('')
  const { model, partial, warnings } = mustRead(readAll(openTestRun('dart-json'), lines))
  return { model, cases: [...model.cases].map(caseLine), partial, warnings: warnings.map(({ message }) => message) }
}

test('groups are suites, each with its own part of the name', () => {
  const groups = [group(1, ''), group(2, 'Meter', 1), group(3, 'Meter when full', 2)]
  const { cases, model } = readingOf(
    START,
    SUITE,
    ...groups,
    started(4, 'Meter when full stops', [1, 2, 3]),
    ended(4),
    DONE,
  )
  expect([cases, model.suites]).toEqual([['P Meter > when full > stops (test/a_test.dart:7)'], 1])
})

test('a group whose name only begins a word of the test is not taken off it', () => {
  expect(readingOf(SUITE, group(1, 'Met'), started(2, 'Meter stops', [1]), ended(2), DONE).cases).toEqual([
    'P Met > Meter stops (test/a_test.dart:7)',
  ])
})

test('a hidden test counts only where it did not pass', () => {
  const hidden = { hidden: true }
  const events = [
    started(1, 'loading a'),
    ended(1, 'success', hidden),
    started(2, 'loading b'),
    ended(2, 'error', hidden),
  ]
  expect(readingOf(SUITE, ...events, DONE).cases).toEqual([
    'E loading b (test/a_test.dart:7) -: the test failed and says nothing',
  ])
})

test('several errors are one failure, and one that is no failed expectation makes it an error', () => {
  const error = (message: string, isFailure: boolean) => ({
    type: 'error',
    testID: 1,
    error: message,
    stackTrace: 'a.dart 1:2  main\n',
    isFailure,
  })
  const { model } = readingOf(
    SUITE,
    started(1, 'stops'),
    error('one', true),
    error('two', false),
    ended(1, 'error'),
    DONE,
  )
  expect([...model.cases][0]?.attempts).toEqual([
    {
      status: 'errored',
      durationUs: 2_000,
      failure: { type: null, message: 'one\ntwo', trace: 'a.dart 1:2  main\na.dart 1:2  main\n' },
    },
  ])
})

test('an error behind the end of a test fails it', () => {
  const late = { type: 'error', testID: 1, error: 'too late', stackTrace: '', isFailure: true, time: 50 }
  expect(readingOf(SUITE, started(1, 'stops'), ended(1), late, DONE)).toMatchObject({
    cases: ['F stops (test/a_test.dart:7) -: too late'],
    warnings: ['a test failed behind its end: something that it started went on'],
  })
})

describe('a run without its last event', () => {
  test('is whole where all is there that was announced', () => {
    expect(readingOf(SUITE, group(1, '', null, 1), started(2, 'stops', [1]), ended(2)).partial).toBe(false)
  })

  test.each([
    ['a test has no end', [SUITE, started(1, 'a'), ended(1), started(2, 'b')]],
    ['a group has more tests', [SUITE, group(1, '', null, 2), started(2, 'a', [1]), ended(2)]],
    ['a file is missing', [{ type: 'allSuites', count: 2, time: 1 }, SUITE, started(1, 'a'), ended(1)]],
  ])('is partial where %s', (_why, events) => {
    expect(readingOf(START, ...events)).toMatchObject({
      partial: true,
      warnings: ['the report ends before the run: there is no event done'],
    })
  })
})

test('a run that was stopped before all tests had run is partial, though it says that it is done', () => {
  const stopped = { ...DONE, success: null }
  expect(readingOf(START, SUITE, started(1, 'a'), ended(1), stopped)).toMatchObject({
    cases: ['P a (test/a_test.dart:7)'],
    partial: true,
    warnings: ['the report ends before the run: the runner was stopped before all tests had run'],
  })
})

test('numbers that no runner writes do no harm', () => {
  const odd = [
    ended(9),
    started(-1, ''),
    { type: 'testDone', testID: -1, result: 'success', time: -5 },
    { type: 'group', group: null },
    { time: 1 },
  ]
  const { cases, warnings } = readingOf(SUITE, ...odd, DONE)
  expect(cases).toEqual(['P test -1 (test/a_test.dart:7)'])
  expect(warnings).toEqual(['the end of a test that never started is ignored', 'an event without a type is ignored'])
})

test('a test below groups without end has a name', () => {
  const groups = Array.from({ length: 20_000 }, (_, at) => group(at + 1, `g${at}`, at === 0 ? null : at))
  const { cases } = readingOf(SUITE, ...groups, started(30_000, 'stops', [20_000]), ended(30_000), DONE)
  expect(cases).toEqual([expect.stringMatching(/^P g0 > g1 > .* > stops /)])
})

describe('what looks like the events of Dart', () => {
  test.each([
    JSON.stringify(START),
    `Downloading fonts...\n${JSON.stringify(START)}`,
    JSON.stringify(ended(1)),
  ])('%j does', (text) => {
    expect(dartJson.detect(bytesOf(text))).toBe(true)
  })

  test.each([
    '',
    '{"type":"start"}',
    '{"type":"suite","time":1}',
    '{"type":"start","time":1,"suite":"x"}',
    '["start",{"tests":1}]',
  ])('%j does not', (text) => {
    expect(dartJson.detect(bytesOf(text))).toBe(false)
  })
})
