import { describe, expect, test } from '@jest/globals'
import { tallyOf } from '../../src/diagnosis/evidence.js'
import { flakeRate, judgeQuarantine, mayEnterQuarantine } from '../../src/diagnosis/quarantine-rule.js'
import { storyOf, timeOf } from './kit.js'

describe('mayEnterQuarantine', () => {
  test.each([
    ['PRPPP', false],
    ['PRPFP', false],
    ['PRPRPP', true],
    ['PFPFPFPFP', true],
    [`${'P'.repeat(60)}RPRPFFF`, false],
  ])('after %s is %s', (text, may) => {
    expect(mayEnterQuarantine(tallyOf(storyOf(text)))).toBe(may)
  })
})

test('the rate of a flake is its failures among its attempts, with the prior', () => {
  expect(flakeRate(tallyOf(storyOf('PRPRPP')))).toBeCloseTo(2.3 / 8.8, 9)
})

describe('judgeQuarantine', () => {
  const judge = (text: string, rateAtEntry: number, since = timeOf(-1)) =>
    judgeQuarantine({ story: storyOf(text), since, rateAtEntry })

  test('a flake of 5 % needs 59 passes in a row', () => {
    expect(judge(`RPR${'P'.repeat(58)}`, 0.05)).toEqual({ kind: 'stay', greenAttempts: 58, neededAttempts: 59 })
    expect(judge(`RPR${'P'.repeat(59)}`, 0.05).kind).toBe('mended')
  })

  test('a failure starts the count again, in a pull request too', () => {
    expect(judge(`${'P'.repeat(80)}R${'P'.repeat(10)}`, 0.05)).toMatchObject({ kind: 'stay', greenAttempts: 10 })
    const contradictions = [{ tree: 'x', failed: 1, passed: 1, time: timeOf(74.5), pullRequest: 1 }]
    const story = storyOf('P'.repeat(80), { contradictions })
    expect(judgeQuarantine({ story, since: timeOf(0), rateAtEntry: 0.05 })).toMatchObject({ greenAttempts: 5 })
  })

  test('passes before the entry do not count', () => {
    expect(judge('P'.repeat(100), 0.05, timeOf(89)).greenAttempts).toBe(10)
  })

  test('a change point at which failures end needs only thirty', () => {
    const text = 'RRPRRRPRRPRRRRPRRRRRR'
    expect(judge(text + 'P'.repeat(29), 0.05).kind).toBe('stay')
    expect(judge(text + 'P'.repeat(30), 0.05).kind).toBe('fixed')
  })

  test('a time that cannot be read ends nothing', () => {
    expect(judge('P'.repeat(400), 0.05, 'yesterday')).toMatchObject({ kind: 'stay', greenAttempts: 0 })
  })
})
