import { expect, test } from '@jest/globals'
import { benchmarkKey } from '../../../actions/perf-regression/src/metric-key.js'
import type { Section } from '../../../packages/core/src/model/page.js'
import { encodeBenchmarks } from '../../../packages/history/src/benchmarks/encode-benchmarks.js'
import { rosterOf } from '../../../packages/history/src/benchmarks/metric-roster.js'
import type { MeasuredValue } from '../../../packages/history/src/benchmarks/recorded-benchmarks.js'
import { judgeChange } from '../support/paired-run.js'

/** So many benchmarks that take so many times as long. */
function all(count: number, ratio: number, word = 'bench'): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${word}_${index}`, ratio]))
}

/** What stands on the page without unfolding anything. */
function above(sections: readonly Section[]): string {
  return JSON.stringify(sections.filter(({ kind }) => kind !== 'details'))
}

test('4: no issue is opened and nothing is filed, whatever became slower', () => {
  const { verdict, changes } = judgeChange({ ...all(40, 1.3), ...all(10, 1, 'other') })
  expect(verdict.outcome).toBe('fail')
  expect(changes).toEqual([])
})

test('5: each of a dozen benchmarks that became slower stands in the table, with its numbers', () => {
  const { verdict, page } = judgeChange({ ...all(12, 1.3), ...all(30, 1, 'other') })
  expect(verdict.reasons).toMatchObject([{ ruleId: 'slower', actual: 12 }])
  const folded = page.sections.flatMap((section) => (section.kind === 'details' ? section.sections : []))
  const rows = folded.flatMap((section) =>
    section.kind === 'table' ? section.rows.map((row) => JSON.stringify(row)) : [],
  )
  const slower = rows.filter((row) => row.includes('"bench_'))
  expect(slower).toHaveLength(12)
  for (const row of slower) expect(row).toMatch(/\+3\d(\.\d)? %, slower.*100 ms → 13\d(\.\d)? ms/)
})

test('16: a run of a hundred benchmarks is recorded in a few kilobytes', () => {
  const values = Array.from({ length: 100 }, (_, index): MeasuredValue => {
    const median = 1_234_567.891 * (index + 1)
    const stats = { min: median, max: median * 1.2, mean: median * 1.05, median, stddev: median / 50, iqr: median / 40 }
    const processes = [{ median, mad: median / 60, count: 25 }]
    return {
      key: benchmarkKey(`pkg.BenchmarkNumber${index}`, 'time'),
      kind: 'benchmark',
      unit: 'ns',
      direction: 'lower',
      processes,
      stats,
    }
  })
  const body = encodeBenchmarks({ values, isWhole: true, kernelNs: 15e6, accepted: [] }, rosterOf(values))
  expect(JSON.stringify(body).length).toBeLessThan(10_000)
})

test('24: of a hundred benchmarks the one that is slower stands above all others, which are folded', () => {
  const { page } = judgeChange({ ...all(99, 1, 'steady'), slow: 1.3 })
  expect(above(page.sections)).toContain('"slow"')
  expect(above(page.sections)).not.toContain('steady_')
  expect(JSON.stringify(page.sections)).toContain('steady_')
})

test('24: where none is slower nothing stands above what is folded', () => {
  const { verdict, page } = judgeChange(all(99, 1, 'steady'))
  expect(verdict.outcome).toBe('pass')
  expect(above(page.sections)).toBe('[]')
})

test('27: one benchmark that is slower decides, although all together became faster', () => {
  const { verdict, page } = judgeChange({ ...all(20, 0.8), slow: 1.3 })
  expect(verdict.outcome).toBe('fail')
  expect(verdict.reasons).toMatchObject([{ ruleId: 'slower', actual: 1, wording: { actual: '1 slower, 20 faster' } }])
  expect(JSON.stringify(page.sections)).toMatch(
    /Geometric mean of all: [-−]1\d(\.\d)? %\. Each benchmark is judged by itself\./,
  )
})
