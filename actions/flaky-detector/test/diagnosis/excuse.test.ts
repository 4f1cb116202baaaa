import { describe, expect, test } from '@jest/globals'
import type { Question } from '../../src/diagnosis/diagnose.js'
import { attemptsToSettle, judgeExcuse, type QuarantineStanding } from '../../src/diagnosis/excuse.js'
import { diagnoseAfter } from './kit.js'

const FLAKY = 'PPPPRPPPPR'.repeat(5)

function judge(text: string, quarantine: QuarantineStanding, parts: Partial<Question> = {}, isTouched = false) {
  return judgeExcuse({ diagnosis: diagnoseAfter(text, parts), quarantine, isTouched })
}

describe('judgeExcuse', () => {
  test('excuses a known flake under a valid quarantine, unproven', () => {
    expect(judge(FLAKY, 'valid')).toEqual({ kind: 'excused', isProven: false })
  })

  test('excuses a proven one, whether or not the change touches it', () => {
    const present = { failed: 1, passed: 1 }
    expect(judge(FLAKY, 'valid', { present }, true)).toEqual({ kind: 'excused', isProven: true })
  })

  test('excuses a rare flake that passed after one failure', () => {
    expect(judge(`${'P'.repeat(500)}R`, 'valid', { present: { failed: 1, passed: 1 } }).kind).toBe('excused')
  })

  test.each([
    ['no-quarantine', judge(FLAKY, 'none')],
    ['expired', judge(FLAKY, 'expired')],
    ['touched', judge(FLAKY, 'valid', {}, true)],
    ['no-flake', judge('PPPPPPPP', 'valid')],
    ['no-flake', judge('PPPPFPPPP', 'valid')],
    ['no-flake', judge(`${FLAKY}FFFFF`, 'valid')],
    ['unlikely', judge(FLAKY, 'valid', { present: { failed: 9, passed: 1 } })],
  ])('refuses because of %s', (because, excuse) => {
    expect(excuse).toEqual({ kind: 'not-excused', because })
  })
})

describe('attemptsToSettle', () => {
  test('is how many more failures end the doubt about a known flake', () => {
    const more = attemptsToSettle(diagnoseAfter(FLAKY))
    expect(more).toBeGreaterThan(0)
    const kinds = [more - 1, more].map(
      (extra) => diagnoseAfter(FLAKY, { present: { failed: 1 + extra, passed: 0 } }).kind,
    )
    expect(kinds).toEqual(['known-flake', 'broken-since'])
  })

  test('is one for a new failure, because a pass would prove a flake', () => {
    expect(attemptsToSettle(diagnoseAfter('PPPPPPPP'))).toBe(1)
    expect(attemptsToSettle(diagnoseAfter(''))).toBe(1)
  })

  test('is none after a pass, and none for what is broken', () => {
    expect(attemptsToSettle(diagnoseAfter(FLAKY, { present: { failed: 1, passed: 1 } }))).toBe(0)
    expect(attemptsToSettle(diagnoseAfter('PPPPFFF'))).toBe(0)
  })
})
