/** What `go test -bench` prints for one package. @param lines of a benchmark: `Sum 1000 1234 ns/op` */
export function goBench(...lines: readonly string[]): string {
  const printed = lines.map((line) => `Benchmark${line}\n`).join('')
  return `goos: linux\ngoarch: amd64\npkg: example.org/shop\n${printed}PASS\nok  \texample.org/shop\t1.234s\n`
}

/** One benchmark as pytest-benchmark writes it. @param seconds of each of its rounds */
export function pytestBenchmark(name: string, seconds: readonly number[]): string {
  const sorted = [...seconds].sort((left, right) => left - right)
  const [min, max] = [sorted[0], sorted.at(-1)]
  const mean = seconds.reduce((sum, each) => sum + each, 0) / seconds.length
  const stats = { min, max, mean, median: sorted[sorted.length >> 1], rounds: seconds.length, data: seconds }
  const benchmarks = [{ name, fullname: `benchmarks/test_speed.py::${name}`, stats }]
  return JSON.stringify({ machine_info: {}, commit_info: {}, benchmarks, datetime: '2026-11-20', version: '5.1.0' })
}

/** One benchmark as JMH writes it. @param mode `thrpt` with `ops/ms`, `avgt` with `ms/op` */
export function jmh(mode: 'thrpt' | 'avgt', score: number): string {
  const scoreUnit = mode === 'thrpt' ? 'ops/ms' : 'ms/op'
  const primaryMetric = { score, scoreError: 'NaN', scoreUnit, rawData: [[score, score, score]] }
  return JSON.stringify([
    { benchmark: 'shop.Search.query', mode, threads: 1, forks: 1, primaryMetric, secondaryMetrics: {} },
  ])
}

/** What hyperfine exports of one command. */
export function hyperfine(seconds: number): string {
  const times = [seconds, seconds, seconds]
  return JSON.stringify({
    results: [{ command: 'make page', mean: seconds, median: seconds, times, exit_codes: [0, 0, 0] }],
  })
}
