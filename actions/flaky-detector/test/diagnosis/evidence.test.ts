import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isBroken, tallyOf } from '../../src/diagnosis/evidence.js'
import { storyOf, timeOf } from './kit.js'

const elsewhere = (tree: string, failed = 1, passed = 1) => ({ tree, failed, passed, time: timeOf(0), pullRequest: 7 })

function countsOf(text: string) {
  const { failed, passed, evidence, streak } = tallyOf(storyOf(text))
  return { failed, passed, evidence, streak: [streak.commits, streak.failed] }
}

describe('tallyOf', () => {
  test('counts a commit with both outcomes twice', () => {
    expect(countsOf('PRPR')).toEqual({ failed: 2, passed: 4, evidence: 4, streak: [0, 0] })
  })

  test('counts short spells that ended once each, with their failures', () => {
    expect(countsOf('PFPBBP')).toEqual({ failed: 7, passed: 3, evidence: 2, streak: [0, 0] })
  })

  test('leaves the open streak out of the counts', () => {
    expect(countsOf('PPFBB')).toEqual({ failed: 0, passed: 2, evidence: 0, streak: [3, 7] })
  })

  test('takes a spell of three commits of a steady test for a break that was fixed', () => {
    expect(countsOf(`${'P'.repeat(30)}FFF${'P'.repeat(30)}`)).toMatchObject({ failed: 0, evidence: 0 })
  })

  test('takes a long spell of a frequent flake for the flake', () => {
    const { failed, evidence } = countsOf(`${'PF'.repeat(20)}FFP`)
    expect([failed, evidence]).toEqual([22, 20])
  })

  test('tries long spells shortest first: each that counts makes the next more likely', () => {
    const text = `${'PPF'.repeat(8)}P${'F'.repeat(5)}P${'F'.repeat(4)}P${'F'.repeat(3)}PP`
    expect(tallyOf(storyOf(text)).spells.map(({ commits }) => commits)).toEqual([...new Array(8).fill(1), 5, 4, 3])
  })

  test('takes a commit for mixed whose tree passed elsewhere', () => {
    const story = storyOf('PPF', { contradictions: [elsewhere('tree-2')] })
    expect(tallyOf(story)).toMatchObject({ failed: 1, passed: 3, evidence: 2, elsewhere: [] })
  })

  test('counts contradictions of other trees, each tree once, and one failure of all of them', () => {
    const story = storyOf('PPP', { contradictions: [elsewhere('a', 3, 2), elsewhere('a'), elsewhere('b', 9, 1)] })
    expect(tallyOf(story)).toMatchObject({ failed: 1, passed: 3, evidence: 4, commits: 3 })
  })

  test('ignores cells without attempts', () => {
    expect(tallyOf(storyOf('P-F-'))).toMatchObject({ commits: 2, streak: { commits: 1 } })
  })

  test('names the last commits that passed and failed', () => {
    const { lastPassed, lastFailed } = tallyOf(storyOf('PFRPP'))
    expect([lastPassed?.commit, lastFailed?.commit]).toEqual(['commit-4', 'commit-2'])
  })

  test('never counts more failures than the story has', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('P', 'F', 'R', 'B'), { maxLength: 300 }), (letters) => {
        const story = storyOf(letters.join(''))
        const { failed, passed, evidence, streak } = tallyOf(story)
        const all = story.cells.reduce((sum, cell) => sum + cell.failed, 0)
        expect(failed + streak.failed).toBeLessThanOrEqual(all)
        expect(passed).toBe(letters.filter((letter) => letter === 'P' || letter === 'R').length)
        expect(evidence).toBeLessThanOrEqual(2 * letters.length)
      }),
    )
  })

  test('is finite for a long story of huge counts', () => {
    const cells = storyOf('PFFFB'.repeat(4000)).cells.map((cell) => ({ ...cell, failed: cell.failed * 1_000_000 }))
    expect(Number.isFinite(tallyOf({ cells, contradictions: [] }).failed)).toBe(true)
  })
})

describe('isBroken', () => {
  test.each([
    ['PPPP', false],
    ['PPPPF', false],
    ['PPPPFFF', true],
    ['PFPFPFPFF', false],
    [`${'P'.repeat(60)}RPRPFF`, true],
  ])('after %s is %s', (text, broken) => {
    expect(isBroken(tallyOf(storyOf(text)))).toBe(broken)
  })
})
