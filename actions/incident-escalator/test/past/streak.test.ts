import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readIncidentRecord } from '../../src/past/incident-record.js'
import { type PastRun, streakOf } from '../../src/past/streak.js'

const KEY = `inc-${'a'.repeat(32)}`
const OTHER = `inc-${'b'.repeat(32)}`

/** `B`: bad, `G`: green, `?`: not whole and silent of it, `!`: not whole and bad, `O`: another trouble. */
function runsOf(signs: string): readonly PastRun[] {
  return [...signs].map((sign, at) => ({
    sha: `${at}`,
    run: `${at}`,
    time: new Date(Date.UTC(2026, 0, 1 + at)).toISOString(),
    record: {
      signals: 'B!'.includes(sign)
        ? [{ key: KEY, severity: 'high' }]
        : sign === 'O'
          ? [{ key: OTHER, severity: 'low' }]
          : [],
      isWhole: !'?!'.includes(sign),
    },
  }))
}

function streak(signs: string) {
  const { badRuns, greenRuns, firstBad, lastGood, firstGreen, lastBad } = streakOf(runsOf(signs), new Set([KEY]))
  const at = (run: PastRun | null) => (run === null ? null : Number(run.run))
  return [badRuns, greenRuns, at(firstBad), at(lastGood), at(firstGreen), at(lastBad)]
}

describe('runs in a row', () => {
  test.each([
    ['', [0, 0, null, null, null, null]],
    ['B', [1, 0, 0, null, null, null]],
    ['GGBB', [2, 0, 2, 1, null, null]],
    ['GB?B', [2, 0, 1, 0, null, null]],
    ['GB!', [2, 0, 1, 0, null, null]],
    ['BBG', [0, 1, null, null, 2, 1]],
    ['BBG?', [0, 1, null, null, 2, 1]],
    ['BOO', [0, 2, null, null, 1, 0]],
    ['?', [0, 0, null, null, null, null]],
    ['GGG', [0, 3, null, null, 0, null]],
  ])('%s', (signs, expected) => {
    expect(streak(signs)).toEqual(expected)
  })

  test('never tell both, and a run that could not be read changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('B', 'G', '?'), { maxLength: 20 }), (signs) => {
        const [badRuns, greenRuns] = streak(signs.join(''))
        expect(Math.min(Number(badRuns), Number(greenRuns))).toBe(0)
        expect(streak(signs.join('')).slice(0, 2)).toEqual(
          streak(signs.filter((sign) => sign !== '?').join('')).slice(0, 2),
        )
      }),
    )
  })
})

describe('a record', () => {
  const sound = {
    schema: 'testwarden.incident-record/1',
    signals: [{ key: KEY, severity: 'high' }],
    isWhole: true,
    tells: 'run',
    critical: [{ key: OTHER, issue: 7, openedAt: '2026-03-02T10:00:00.000Z' }],
    turns: [{ key: OTHER, kind: 'opened', at: '2026-03-02T10:00:00.000Z', severity: 'critical' }],
  }

  test('is read back', () => {
    expect(readIncidentRecord(JSON.parse(JSON.stringify(sound)))).toEqual(sound)
  })

  test.each([
    null,
    [],
    { ...sound, schema: 'testwarden.incident-record/2' },
    { ...sound, isWhole: 'yes' },
    { ...sound, tells: 'much' },
    { ...sound, turns: [{ ...sound.turns[0], kind: 'forgotten' }] },
    { ...sound, turns: [{ ...sound.turns[0], at: 'noon' }] },
    { ...sound, critical: [{ key: OTHER, issue: 0, openedAt: '2026-03-02T10:00:00.000Z' }] },
    { ...sound, critical: [{ key: OTHER, issue: 7, openedAt: 'yesterday' }] },
    { ...sound, signals: [{ key: 'inc-x', severity: 'high' }] },
    { ...sound, signals: [{ key: KEY, severity: 'awful' }] },
    { ...sound, signals: Array.from({ length: 1001 }, () => sound.signals[0]) },
  ])('%j is none', (body) => {
    expect(readIncidentRecord(body)).toBeNull()
  })
})
