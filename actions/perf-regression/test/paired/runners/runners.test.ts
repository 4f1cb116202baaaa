import { describe, expect, test } from '@jest/globals'
import { REPORT_WORD } from '@testwarden/core/command/command-call'
import fc from 'fast-check'
import { parseBenchCommand } from '../../../src/paired/bench-command.js'
import { criterion } from '../../../src/paired/runners/criterion.js'
import { goTest } from '../../../src/paired/runners/go-test.js'
import { googleBenchmark } from '../../../src/paired/runners/google-benchmark.js'
import { hyperfine } from '../../../src/paired/runners/hyperfine.js'
import { jmh } from '../../../src/paired/runners/jmh.js'
import { pytestBenchmark } from '../../../src/paired/runners/pytest-benchmark.js'
import { runners } from '../../../src/paired/runners/registry.js'
import { vitest } from '../../../src/paired/runners/vitest.js'

function names(wanted: readonly string[], others: readonly string[] = []) {
  return { wanted, others }
}

describe('every preset', () => {
  test.each(
    runners.map((runner) => [runner.id, runner] as const),
  )('%s is understood, and reports somewhere', (id, runner) => {
    const written = runner.needs === null ? id : `${id} something`
    const parsed = parseBenchCommand(written)
    expect(parsed).toMatchObject({ ok: true, command: { runner, more: runner.needs === null ? [] : ['something'] } })
    const { written: place, outputAs } = runner.report
    expect(place !== null || outputAs !== null || runner.line.includes(REPORT_WORD)).toBe(true)
    expect(runner.line.split(' ').filter((word) => word === '{filter}')).toHaveLength(1)
    expect(parseBenchCommand(id).ok).toBe(runner.needs === null)
  })

  test('has an id of its own, in order', () => {
    expect(runners.map(({ id }) => id)).toEqual(runners.map(({ id }) => id).sort())
  })
})

describe('a command line', () => {
  test.each([
    [
      '.venv/bin/pytest --benchmark-json={report}/b.json {filter}',
      'pytest-benchmark',
      { written: null, outputAs: null },
    ],
    ['go test -bench=. ./...', null, { written: null, outputAs: 'go-bench.txt' }],
    ['go test {filter} ./...', 'go-test', { written: null, outputAs: 'go-bench.txt' }],
    ['java -jar b.jar -rf json -rff {report}/jmh.json {filter:jmh}', 'jmh', { written: null, outputAs: null }],
    ['make bench OUT={report}', null, { written: null, outputAs: null }],
    ['make bench', null, null],
  ])('%p names its tool and its report', (line, id, report) => {
    const parsed = parseBenchCommand(line)
    expect(parsed.ok && parsed.command.runner?.id).toBe(id ?? undefined)
    expect(parsed.ok && parsed.command.report).toEqual(report)
  })
})

describe('go test', () => {
  test('names benchmarks level by level, without their package', () => {
    expect(goTest.select(names(['example.org/shop.BenchmarkSum/n=10', 'BenchmarkSum/n=100']), [])).toEqual([
      '-bench=^BenchmarkSum$/^n=10$|^BenchmarkSum$/^n=100$',
      './...',
    ])
  })

  test('may have the number of processors behind a name, or a part of it', () => {
    expect(goTest.select(names(['BenchmarkSum-8']), null)).toEqual(['-bench=^BenchmarkSum(?:-8)?$'])
  })

  test('runs what is named behind it, else everything below the workspace', () => {
    expect(goTest.everything([])).toEqual(['-bench=.', './...'])
    expect(goTest.everything(['-benchtime=10x', './a'])).toEqual(['-bench=.', '-benchtime=10x', './a'])
    expect(goTest.everything(null)).toEqual(['-bench=.'])
  })

  test('cannot tell what is none of its names', () => {
    expect(goTest.select(names(['TestSum']), [])).toBeNull()
  })
})

describe('pytest-benchmark', () => {
  const wanted = ['tests/test_a.py::test_sum[1 - 2]']

  test('names benchmarks by node ids, in the place of paths that lead to them', () => {
    const others = ['tests/deep/test_b.py::test_x']
    for (const paths of [['tests'], ['./tests/'], ['.'], ['tests/test_a.py', 'tests/deep'], []])
      expect(pytestBenchmark.select(names(wanted, others), [...paths, '-q', '-p', 'no:cacheprovider'])).toEqual([
        '-q',
        '-p',
        'no:cacheprovider',
        ...wanted,
      ])
  })

  test('cannot name what has no file', () => {
    expect(pytestBenchmark.select(names(['test_sum']), [])).toBeNull()
  })
})

describe('JMH', () => {
  test('names methods, and values of parameters that all of them have', () => {
    const wanted = ['org.shop.Cart.sum (size=10)', 'org.shop.Cart.sum (size=100)']
    expect(jmh.select(names(wanted), ['b.jar'])).toEqual(['b.jar', '^org\\.shop\\.Cart\\.sum$', '-p', 'size=10,100'])
  })

  test('fixes no parameter that some of them do not have', () => {
    expect(jmh.select(names(['a.B.x (n=1)', 'a.B.y']), null)).toEqual(['^(?:a\\.B\\.x|a\\.B\\.y)$'])
  })
})

test('Google Benchmark and Criterion name everything in one expression', () => {
  expect(googleBenchmark.select(names(['BM_a/8', 'BM_b<int>']), ['./bench'])).toEqual([
    './bench',
    '--benchmark_filter=^(?:BM_a/8|BM_b<int>)$',
  ])
  expect(criterion.select(names(['sum/10']), ['--bench', 'cart'])).toEqual(['--bench', 'cart', '--', '^sum/10$'])
  expect(criterion.select(names(['sum/10']), ['--', '--quick'])).toEqual(['--', '--quick', '^sum/10$'])
  expect(criterion.select(names(['sum/10']), null)).toEqual(['^sum/10$'])
})

test('Vitest names a benchmark by its suites and its own name, without the file', () => {
  expect(vitest.select(names(['a.bench.ts > cart > sum (10)']), [])).toEqual(['--testNamePattern=^cart sum \\(10\\)$'])
  expect(vitest.select(names(['sum']), [])).toBeNull()
})

test('hyperfine gets the commands that are wanted, and all options', () => {
  const more = ['--warmup=1', 'sleep 1', 'sleep 2']
  expect(hyperfine.select(names(['sleep 2'], ['sleep 1']), more)).toEqual(['--warmup=1', 'sleep 2'])
  expect(hyperfine.select(names(['named'], ['sleep 1']), more)).toBeNull()
})

test('an expression takes exactly the names that it was made of', () => {
  const name = fc.stringMatching(/^[\w/=:.<>()[\]{}|+*?^$\\ -]{1,20}$/)
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 8 }), fc.nat(), (all, at) => {
      const count = 1 + (at % (all.length - 1))
      const [wanted, others] = [all.slice(0, count), all.slice(count)]
      const [word = ''] = googleBenchmark.select(names(wanted, others), []) ?? []
      const pattern = new RegExp(word.replace('--benchmark_filter=', ''))
      expect(wanted.every((each) => pattern.test(each))).toBe(true)
      expect(others.some((each) => pattern.test(each))).toBe(false)
    }),
  )
})
