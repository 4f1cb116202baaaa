import { describe, expect, test } from '@jest/globals'
import { readRerun } from '../../src/rerun/read-rerun.js'
import { failedTest, observation, reported, round, taskOf } from './kit.js'

const A = failedTest('a', 9)
const B = failedTest('b', 9)

function statuses(outcome: ReturnType<typeof readRerun>): Record<string, readonly string[]> {
  return Object.fromEntries([...outcome.attempts].map(([key, list]) => [key, list.map(({ status }) => status)]))
}

test('attempts stand in the order of their rounds, however observations are ordered', () => {
  const observations = [
    round(10, { a: 'passed' }),
    round(2, { a: 'errored' }),
    round(1, { a: 'failed', b: 'passed', other: 'failed' }),
  ]
  const outcome = readRerun(taskOf([A, B], { observations }))
  expect(statuses(outcome)).toEqual({ a: ['failed', 'errored', 'passed'], b: ['passed'] })
  expect(outcome).toMatchObject({ rounds: 3, durationMs: 3_000, open: [], isBroken: false, notes: [] })
})

test('reruns of another leg are not this one’s', () => {
  const other = { ...round(1, { a: 'passed' }), requestId: 'rerun/pytest/1/{"job":"other"}' }
  const unrelated = { ...round(1, { a: 'passed' }), requestId: 'something else' }
  expect(readRerun(taskOf([A], { observations: [other, unrelated] })).rounds).toBe(0)
})

test('of several cases of one name the one that did worst counts', () => {
  const case1 = { ...A.test, attempts: [{ status: 'passed', durationUs: null, failure: null }] } as const
  const case2 = { ...A.test, attempts: [{ status: 'failed', durationUs: null, failure: null }] } as const
  const result = reported({ tests: [case1, case2] })
  const observations = [observation(1, { kind: 'command', exitCode: 1, stdout: '', durationMs: 1, reported: result })]
  expect(statuses(readRerun(taskOf([A], { observations })))).toEqual({ a: ['failed'] })
})

describe('what is told', () => {
  test('tests that no round reported, which are not asked for again', () => {
    const outcome = readRerun(taskOf([A, B], { observations: [round(1, { a: 'failed' })] }))
    expect(outcome.open).toEqual([A])
    expect(outcome.notes).toEqual(['Reruns did not report b, so nothing is known of them.'])
  })

  test.each([
    [{ kind: 'failed', message: 'cannot start pytest.' } as const, 'Rerun 1 could not start: cannot start pytest.'],
    [
      { kind: 'command', exitCode: 4, stdout: '', durationMs: 1, reported: reported() } as const,
      'Rerun 1 reported no test (exit code 4): its output is in the log.',
    ],
    [
      { kind: 'command', exitCode: null, isTimedOut: true, stdout: '', durationMs: 1, reported: reported() } as const,
      'Rerun 1 was ended when its time was over.',
    ],
    [
      { kind: 'command', exitCode: 1, stdout: '', durationMs: 1, reported: { tests: [{}] } } as const,
      'Rerun 1: what it reported is wrong at facts.tests[0].suite: expected a list of at most 100',
    ],
    [
      {
        kind: 'command',
        exitCode: 1,
        stdout: '',
        durationMs: 1,
        reported: reported({ problems: ['a.xml: is cut off.'] }),
      } as const,
      'Rerun 1: a.xml: is cut off.',
    ],
  ])('%j', (result, note) => {
    const outcome = readRerun(taskOf([A], { observations: [observation(1, result)] }))
    expect(outcome.notes).toContain(note)
    expect(outcome).toMatchObject({ isBroken: true })
  })

  test('tests that the runner could not name alone', () => {
    const vague = { ...A, test: { ...A.test, className: 'checks.Totals' } }
    const outcome = readRerun(taskOf([vague], { observations: [round(1, { a: 'passed' })] }))
    expect(outcome.notes[0]).toContain('is a guess')
  })
})
