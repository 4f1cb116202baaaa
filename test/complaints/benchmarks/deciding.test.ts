import { afterEach, describe, expect, test } from '@jest/globals'
import { goBench, hyperfine, jmh, pytestBenchmark } from '../support/benchmark-reports.js'
import { type PastValue, recordedRun } from '../support/recorded-run.js'
import { createRepository, type Files, type Repository, rateOf, reasonOf } from '../support/repository.js'

const HISTORY = ['--history', 'dir:.history']

let repository: Repository

afterEach(() => repository.remove())

/** A clone, with what a run of its base recorded. */
function start(past: readonly PastValue[] = [], base: Files = {}, cpu?: string): void {
  repository = createRepository({ base: { '.gitignore': 'page.md\n.history\n', 'README.md': 'Shop\n', ...base } })
  if (past.length > 0) repository.write(recordedRun(repository, past, cpu))
}

const SUM = 'example.org/shop.BenchmarkSum'

describe('6: what is worse is known by the unit', () => {
  const rate: PastValue = {
    name: 'shop.Search.query',
    metric: 'throughput',
    unit: 'ops/s',
    direction: 'higher',
    value: 9e5,
  }
  const time: PastValue = { name: 'shop.Search.query', unit: 'ns', direction: 'lower', value: 1e6 }

  test.each([
    ['a throughput of JMH that falls', rate, jmh('thrpt', 700), 1],
    ['a throughput of JMH that rises', rate, jmh('thrpt', 1200), 0],
    ['a time of JMH that rises', time, jmh('avgt', 1.3), 1],
    ['a time of JMH that falls', time, jmh('avgt', 0.7), 0],
  ] as const)('%s', async (_, before, report, exitCode) => {
    start([before])
    repository.write({ 'jmh.json': report })
    const judged = await repository.judgeSpeed('--compare-fail', 'mean:10%', ...HISTORY)
    expect(reasonOf(judged, 'compare-fail')?.actual).toBe(exitCode)
    expect(judged.exitCode).toBe(exitCode)
  })

  test('of a unit that nobody knows only where a rule says it', async () => {
    const widgets: PastValue = { name: SUM, metric: 'widgets', unit: 'widgets', direction: 'unknown', value: 100 }
    const rules = `history: dir:.history\nperf:\n  compare-fail: ['mean:10%']\n`
    const direction = `  rules:\n    - {benchmark: 'BenchmarkSum', metric: widgets, direction: higher}\n`
    for (const [config, exitCode] of [
      [rules, 0],
      [rules + direction, 1],
    ] as const) {
      start([widgets], { '.github/testwarden.yml': config })
      repository.write({ 'bench.txt': goBench('Sum 1000 70 widgets') })
      expect((await repository.judgeSpeed()).exitCode).toBe(exitCode)
      repository.remove()
    }
  })
})

test.each([
  ['pytest-benchmark', pytestBenchmark('test_total', [0.04, 0.041, 0.042])],
  ['go test', goBench('Sum 1000 41000000 ns/op')],
  ['JMH', jmh('avgt', 41)],
  ['hyperfine', hyperfine(0.041)],
])('14: a limit fails the command whatever tool measured, such as %s', async (_, report) => {
  start()
  repository.write({ report: report })
  const broken = await repository.judgeSpeed('--reports', 'report', '--budgets', '*: 30ms')
  expect([broken.exitCode, broken.gate.outcome]).toEqual([1, 'fail'])
  expect((await repository.judgeSpeed('--reports', 'report', '--budgets', '*: 50ms')).exitCode).toBe(0)
})

test('15: the first run has nothing to compare with, which is said and fails nobody', async () => {
  start()
  repository.write({ 'bench.txt': goBench('Sum 1000 41000000 ns/op') })
  const judged = await repository.judgeSpeed('--compare-fail', 'mean:10%', '--slowdown', '5%', ...HISTORY)
  expect([judged.exitCode, judged.gate.outcome]).toEqual([0, 'inconclusive'])
  expect(judged.page).toContain('Nothing to compare with. The history has no benchmarks yet')
})

test('10: a past of another processor is no past, and not compared with in silence', async () => {
  start([{ name: SUM, unit: 'ns', direction: 'lower', value: 1e7 }], {}, 'Another Processor 9000')
  repository.write({ 'bench.txt': goBench('Sum 1000 41000000 ns/op') })
  const judged = await repository.judgeSpeed('--compare-fail', 'mean:10%', ...HISTORY)
  expect([judged.exitCode, judged.gate.outcome]).toEqual([0, 'inconclusive'])
  expect(judged.page).toContain('Not compared with 1 commit on Another Processor 9000')
})

describe('20: what must not change at all', () => {
  const allocations: PastValue = { name: SUM, metric: 'allocs/op', unit: 'allocs/op', direction: 'lower', value: 10 }
  const rules = `perf:\n  slowdown: 5%\n  rules:\n    - {benchmark: '*', metric: allocs/op, direction: exact}\n`

  test.each([
    [10, 0],
    [11, 1],
    [9, 1],
  ])('%d allocations where there were 10', async (count, exitCode) => {
    start([allocations], { '.github/testwarden.yml': `history: dir:.history\n${rules}` })
    repository.write({ 'bench.txt': goBench(`Sum 1000 41000000 ns/op ${count} allocs/op`) })
    const judged = await repository.judgeSpeed()
    expect([judged.exitCode, reasonOf(judged, 'slower')?.actual]).toEqual([exitCode, exitCode])
  })
})

describe('25: a limit is a change', () => {
  test('of which 200% is refused, and told how it would read', async () => {
    start()
    repository.write({ 'bench.txt': goBench('Sum 1000 41000000 ns/op') })
    for (const limit of ['--slowdown', '--drift', '--test-slowdown'])
      expect(await repository.judgeSpeed(limit, '200%')).toMatchObject({
        exitCode: 2,
        page: expect.stringContaining(
          'from 0% to 100%, such as 10%: 100% is twice the time before, which other tools call 200%',
        ),
      })
  })

  test('whose rule is printed in words', async () => {
    start()
    repository.write({ 'bench.txt': goBench('Sum 1000 41000000 ns/op') })
    expect((await repository.judgeSpeed('--slowdown', '10%')).page).toContain('at most 10 % slower')
  })
})

describe('28: what measured nothing', () => {
  test('is an error without any report', async () => {
    start()
    const judged = await repository.judgeSpeed('--slowdown', '5%')
    expect([judged.exitCode, judged.gate.outcome]).toEqual([2, 'inconclusive'])
  })

  test('is an error where its report cannot be read', async () => {
    start()
    repository.write({ 'bench.json': pytestBenchmark('test_total', [0.04]).slice(0, 60) })
    const judged = await repository.judgeSpeed('--reports', 'bench.json', '--slowdown', '5%')
    expect(judged.exitCode).toBe(2)
  })

  test('breaks no limit and keeps none: a budget of what is not there is open', async () => {
    start()
    repository.write({ 'bench.txt': goBench('Sum 1000 41000000 ns/op') })
    const judged = await repository.judgeSpeed('--budgets', 'Search: 1s', '--on-inconclusive', 'fail')
    expect([judged.exitCode, rateOf(judged, 'budget')]).toEqual([1, 'fail'])
    expect(judged.page).toContain('nobody knows whether the budget is kept')
  })

  test('is missed where the base had it', async () => {
    const before: PastValue = { name: SUM, unit: 'ns', direction: 'lower', value: 1e6 }
    start([before, { ...before, name: 'example.org/shop.BenchmarkGone' }])
    repository.write({ 'bench.txt': goBench('Sum 1000 1000000 ns/op') })
    const judged = await repository.judgeSpeed('--missing-benchmarks', 'fail', ...HISTORY)
    expect(judged.exitCode).toBe(1)
    expect(judged.page).toContain('is missing: `example.org/shop.BenchmarkGone`')
  })
})

test('26: what is wrong with JSON of one’s own is told with its place', async () => {
  start()
  repository.write({
    'bench.json':
      '[\n  {"name": "start", "unit": "ms", "value": 12.5},\n  {"name": "stop", "unit": "ms", "value": "soon"}\n]\n',
  })
  const { reports } = await repository.inspect('bench.json')
  expect(reports).toMatchObject([
    { totals: { metrics: 1 }, warnings: [{ line: 3, message: 'a value that is no finite number is left out' }] },
  ])
})
