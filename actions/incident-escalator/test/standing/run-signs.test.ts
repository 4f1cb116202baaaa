import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PastRun } from '../../src/past/streak.js'
import { NO_SIGNS, signsByCounting, signsOfRuns } from '../../src/standing/run-signs.js'

const KEY = `inc-${'a'.repeat(32)}`
const KEYS = new Set([KEY])

/** B bad, G green, ? not read to its end; one a minute. */
function runs(signs: string): readonly PastRun[] {
  return [...signs].map((sign, index) => ({
    sha: String(index).padStart(40, '0'),
    run: String(index),
    time: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
    record: { signals: sign === 'B' ? [{ key: KEY, severity: 'low' }] : [], isWhole: sign !== '?' },
  }))
}

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()

describe('runs in a row', () => {
  const counts = (signs: string, since: string | null = null) => {
    const { badRuns, greenRuns } = signsOfRuns({ runs: runs(signs), keys: KEYS, since })
    return [badRuns, greenRuns]
  }

  test('are counted up to now, and from the moment on at which the incident began or ended', () => {
    expect(counts('GBB')).toEqual([2, 0])
    expect(counts('BBGG')).toEqual([0, 2])
    expect(counts('BBGG', at(3))).toEqual([0, 1])
    expect(counts('B?B')).toEqual([2, 0])
  })

  test('the present one counts whatever its time', () => {
    expect(counts('GGB', at(50))).toEqual([1, 0])
  })

  test('where it began is told by all that are known', () => {
    const { streak } = signsOfRuns({ runs: runs('GBBB'), keys: KEYS, since: at(3) })
    expect([streak?.lastGood?.run, streak?.firstBad?.run]).toEqual(['0', '1'])
  })

  test('never are bad and green at once, and never more than there are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[BG?]{1,20}$/), fc.nat(25), (signs, minute) => {
        const { badRuns, greenRuns } = signsOfRuns({ runs: runs(signs), keys: KEYS, since: at(minute) })
        expect(Math.min(badRuns, greenRuns)).toBe(0)
        expect(badRuns + greenRuns).toBeLessThanOrEqual(signs.length)
        if (signs.endsWith('B')) expect(badRuns).toBeGreaterThan(0)
        if (signs.endsWith('G')) expect(greenRuns).toBeGreaterThan(0)
      }),
    )
  })
})

describe('without a history', () => {
  test('what the incident remembers goes on', () => {
    const before = { badRuns: 2, greenRuns: 0 }
    expect(signsByCounting({ sign: 'bad', before, badBefore: 9 })).toMatchObject({ badRuns: 3, greenRuns: 0 })
    expect(signsByCounting({ sign: 'good', before, badBefore: 9 })).toMatchObject({ badRuns: 0, greenRuns: 1 })
  })

  test('conclusions of earlier runs stand in where there is no incident yet', () => {
    expect(signsByCounting({ sign: 'bad', before: null, badBefore: 1 })).toMatchObject({ badRuns: 2 })
    expect(signsByCounting({ sign: 'good', before: null, badBefore: 1 })).toMatchObject({ greenRuns: 1, badRuns: 0 })
  })

  test('a run that says nothing changes nothing', () => {
    expect(signsByCounting({ sign: null, before: { badRuns: 1, greenRuns: 0 }, badBefore: 3 })).toBe(NO_SIGNS)
  })
})
