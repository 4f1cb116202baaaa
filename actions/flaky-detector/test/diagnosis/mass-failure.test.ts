import { describe, expect, test } from '@jest/globals'
import { isWithheldFailure, judgeMassFailure, leftOut } from '../../src/diagnosis/mass-failure.js'

const times = <T>(count: number, one: T): T[] => new Array<T>(count).fill(one)
const STEADY = { runs: 100, failedRuns: 0, failedLast: false }
const FLAKY = { runs: 100, failedRuns: 30, failedLast: false }

function judge(failing: number, of: number, past = STEADY) {
  return judgeMassFailure([
    ...times(failing, { ...past, hasFailed: true }),
    ...times(of - failing, { ...past, hasFailed: false }),
  ])
}

describe('judgeMassFailure', () => {
  test('ten steady tests that fail at once are withheld, nine are not', () => {
    expect(judge(10, 300)).toMatchObject({ isWithheld: true, failing: 10, expected: 0, limit: 3 })
    expect(judge(9, 300).isWithheld).toBe(false)
  })

  test('as many failures as flaky tests usually have are not withheld', () => {
    expect(judge(40, 100, FLAKY).isWithheld).toBe(false)
    expect(judge(80, 100, FLAKY).isWithheld).toBe(true)
  })

  test('tests that already failed are expected to fail again', () => {
    expect(judge(290, 300, { runs: 100, failedRuns: 1, failedLast: true }).isWithheld).toBe(false)
  })

  test('new tests tell nothing', () => {
    expect(judge(50, 50, { runs: 0, failedRuns: 0, failedLast: false })).toMatchObject({
      isWithheld: false,
      failing: 0,
    })
  })
})

const runsOf = (text: string) => [...text].map((letter, at) => ({ commit: `commit-${at}`, isWithheld: letter === 'w' }))

describe('leftOut', () => {
  const outOf = (text: string) =>
    leftOut(runsOf(text))
      .map((isOut) => (isOut ? 'x' : '.'))
      .join('')

  test.each([
    ['', ''],
    ['.w..ww.', '.x..xx.'],
    ['www', '...'],
    ['.wwww.w', '......x'],
  ])('of the runs %s leaves out %s', (runs, out) => {
    expect(outOf(runs)).toBe(out)
  })

  test('three runs of one commit are not three commits', () => {
    const runs = runsOf('www').map((run) => ({ ...run, commit: 'same' }))
    expect(leftOut(runs)).toEqual([true, true, true])
  })
})

describe('isWithheldFailure', () => {
  test.each([
    ['.w', 0, true],
    ['.ww', 0, true],
    ['www', 0, false],
    ['www', 1, true],
    ['ww.', 1, false],
    ['', 0, false],
  ])('after the runs %s, with %i passes in the last, is %s', (runs, passed, isWithheld) => {
    expect(isWithheldFailure(runsOf(runs), { passed })).toBe(isWithheld)
  })
})
