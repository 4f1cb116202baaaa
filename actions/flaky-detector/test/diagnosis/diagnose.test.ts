import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { cellsOf, diagnoseAfter, storyOf, timeOf } from './kit.js'

describe('diagnose', () => {
  test('a failure and a pass in one run prove a flake, whatever the history', () => {
    for (const text of ['', 'PPPP', 'FFFF'])
      expect(diagnoseAfter(text, { present: { failed: 2, passed: 1 } }).kind).toBe('proven-flake')
  })

  test('evidence of two and a likely streak are a known flake', () => {
    const diagnosis = diagnoseAfter(`${'P'.repeat(20)}R${'P'.repeat(20)}`)
    expect(diagnosis).toMatchObject({ kind: 'known-flake', failed: 1, passed: 41, evidence: 2, streakCommits: 1 })
    expect(diagnosis.chance).toBeCloseTo(1.3 / 42.8, 9)
  })

  test('evidence of two and an unlikely streak are a break, at its second failure already', () => {
    expect(diagnoseAfter(`${'P'.repeat(20)}R${'P'.repeat(60)}F`)).toMatchObject({
      kind: 'broken-since',
      streakCommits: 2,
      firstFailing: { commit: 'commit-81' },
    })
  })

  test('no flake lasts for four commits, however likely', () => {
    const diagnoses = ['FF', 'FFF'].map((streak) => diagnoseAfter(`${'PF'.repeat(20)}P${streak}`))
    expect(diagnoses.map(({ kind }) => kind)).toEqual(['known-flake', 'broken-since'])
    expect(diagnoses[1]?.chance).toBeGreaterThan(0.01)
  })

  test('the streak of a proven flake is that of this run alone', () => {
    const { streakAttempts, chance } = diagnoseAfter('PPFF', { present: { failed: 2, passed: 1 } })
    expect(streakAttempts).toBe(2)
    expect(chance).toBeCloseTo((0.3 * 1.3) / (2.8 * 3.8), 9)
  })

  test('a steady test is new in failing at first, and broken from the third commit on', () => {
    const kinds = ['', 'F', 'FF'].map((streak) => diagnoseAfter(`PPPPPPPP${streak}`).kind)
    expect(kinds).toEqual(['new-failure', 'new-failure', 'broken-since'])
  })

  test('one sign of a flake makes it suspected', () => {
    expect(diagnoseAfter('PPPPFPPPP').kind).toBe('suspected-flake')
  })

  test('one sign that does not explain the streak leaves it new', () => {
    expect(diagnoseAfter(`PF${'P'.repeat(300)}`).kind).toBe('new-failure')
  })

  test('without any history it says so', () => {
    expect(diagnoseAfter('')).toMatchObject({ kind: 'no-history', commitsKnown: 0, lastPassed: null, lastFailed: null })
  })

  test('what fails on the base too is no new failure', () => {
    for (const text of ['', 'PPPP', 'PPPPFPPPP'])
      expect(diagnoseAfter(text, { alsoFailsOnBase: true })).toMatchObject({ kind: 'broken-since', firstFailing: null })
  })

  test('a flake stays one where the base happened to fail too', () => {
    expect(diagnoseAfter('PRPRPRPR', { alsoFailsOnBase: true }).kind).toBe('known-flake')
  })

  test('a withheld failure is infrastructure, confirmed once the tree passes', () => {
    const kinds = [0, 1].map((passed) => diagnoseAfter('PPPP', { isWithheld: true, present: { failed: 1, passed } }))
    expect(kinds).toMatchObject([
      { kind: 'infrastructure', isConfirmed: false },
      { kind: 'infrastructure', isConfirmed: true },
    ])
  })

  test('a break without a change of the code says so', () => {
    const cells = cellsOf('PPPFF').map((cell, at) => (at < 2 ? cell : { ...cell, tree: 'same' }))
    expect(diagnoseAfter('', { story: { cells, contradictions: [] } })).toMatchObject({
      kind: 'broken-since',
      isTreeUnchanged: true,
    })
  })

  test('a contradiction in a pull request makes a flake known, and is named', () => {
    const contradictions = [{ tree: 'other', failed: 1, passed: 1, time: timeOf(2), pullRequest: 12 }]
    const diagnosis = diagnoseAfter('', { story: storyOf('P'.repeat(50), { contradictions }) })
    expect(diagnosis.kind).toBe('known-flake')
    expect(diagnosis.grounds).toMatchObject([{ kind: 'elsewhere', pullRequest: 12, failed: 1, passed: 1 }])
  })

  test('names the latest ten runs that it rests on, newest first', () => {
    const { grounds } = diagnoseAfter(`${'PR'.repeat(20)}FP`)
    expect(grounds).toHaveLength(10)
    expect(grounds.slice(0, 2)).toMatchObject([
      { kind: 'spell', commit: 'commit-40', failed: 1, commits: 1 },
      { kind: 'both-outcomes', commit: 'commit-39', failed: 1, passed: 1 },
    ])
  })

  test('never calls a break of a steady test a flake', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 40 }), fc.constantFrom('F', 'B'), (green, failing, letter) => {
        const { kind } = diagnoseAfter('P'.repeat(green) + letter.repeat(failing - 1))
        expect(['new-failure', 'broken-since', 'no-history']).toContain(kind)
      }),
    )
  })

  test('every streak that goes on is called broken in the end', () => {
    const letters = fc.array(fc.constantFrom('P', 'F', 'R'), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(letters, (before) => {
        expect(diagnoseAfter(`${before.join('')}PPP${'F'.repeat(2000)}`).kind).toBe('broken-since')
      }),
    )
  })

  test('every chance is one, for any counts', () => {
    const count = fc.nat(1_000_000)
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count), { maxLength: 20 }), count, (counts, failed) => {
        const cells = cellsOf('P'.repeat(counts.length)).map((cell, at) => {
          return { ...cell, failed: counts[at]?.[0] ?? 0, passed: counts[at]?.[1] ?? 0 }
        })
        const { chance } = diagnoseAfter('', { story: { cells, contradictions: [] }, present: { failed, passed: 0 } })
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
      }),
    )
  })
})
