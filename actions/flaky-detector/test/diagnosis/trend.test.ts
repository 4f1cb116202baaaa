import { describe, expect, test } from '@jest/globals'
import { scoresOf, segmentsOf } from '../../src/diagnosis/trend.js'
import { cellsOf } from './kit.js'

describe('segmentsOf', () => {
  test('dates a break and its mending by commit', () => {
    const segments = segmentsOf(cellsOf(`${'P'.repeat(60)}${'F'.repeat(12)}${'P'.repeat(60)}`))
    expect(
      segments.map(({ first, last, failingCommits, commits }) => [first.commit, last.commit, failingCommits, commits]),
    ).toEqual([
      ['commit-0', 'commit-59', 0, 60],
      ['commit-60', 'commit-71', 12, 12],
      ['commit-72', 'commit-131', 0, 60],
    ])
    expect(segments.map(({ begins }) => begins === null)).toEqual([true, false, false])
  })

  test('a steady story is one segment, an empty one none', () => {
    expect(segmentsOf(cellsOf('PPPP'))).toMatchObject([{ commits: 4, failed: 0, passed: 4, begins: null }])
    expect(segmentsOf([])).toEqual([])
  })
})

describe('scoresOf', () => {
  test('ranks a flaky test above a rarer one, above a steady one', () => {
    const scores = ['PRPRPRPRPR', 'PPPPPPPPRP', 'PPPPPPPPPP'].map((text) => scoresOf(cellsOf(text)))
    for (const name of ['flipRate', 'recentFlipRate', 'entropy', 'recentEntropy'] as const) {
      const [often = 0, seldom = 0, never] = scores.map((score) => score[name])
      expect(often).toBeGreaterThan(seldom)
      expect(seldom).toBeGreaterThan(0)
      expect(never).toBe(0)
    }
  })

  test('has no failure-state score where fewer than three runs were retried', () => {
    expect(scoresOf(cellsOf('PFPFPFPRPR')).failureState).toBeNull()
    expect(scoresOf(cellsOf('PRPRPR')).failureState).toBeGreaterThan(0.1)
  })

  test('looks at the last two hundred cells only', () => {
    expect(scoresOf(cellsOf('R'.repeat(50) + 'P'.repeat(200)))).toMatchObject({
      flipRate: 0,
      entropy: 0,
      failureState: null,
    })
    expect(scoresOf([])).toMatchObject({ flipRate: 0, recentFlipRate: 0, entropy: 0 })
  })
})
