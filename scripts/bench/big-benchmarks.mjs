import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** @typedef {{ benchmarks: number, samples: number }} Size */

/**
 * What `go test -bench=. -benchmem -count=<samples>` prints.
 * @param {string} path
 * @param {Size} size
 */
export function writeGoBenchmarks(path, { benchmarks, samples }) {
  function* lines() {
    yield 'goos: linux\ngoarch: amd64\npkg: example.test/parcel\ncpu: Example Processor @ 2.40GHz\n'
    const next = times()
    for (let benchmark = 0; benchmark < benchmarks; benchmark++)
      for (let sample = 0; sample < samples; sample++) {
        const ns = (1e6 * next()).toFixed(1)
        yield `BenchmarkParcel/part=${benchmark % 100}/size=${benchmark}-8 \t    1000\t   ${ns} ns/op\t     ${benchmark} B/op\t       3 allocs/op\n`
      }
    yield 'PASS\nok  \texample.test/parcel\t12.3s\n'
  }
  return pipeline(lines, createWriteStream(path))
}

/**
 * What pytest-benchmark saves, raw data and all.
 * @param {string} path
 * @param {Size} size
 */
export function writePytestBenchmarks(path, { benchmarks, samples }) {
  function* parts() {
    yield `{\n    "machine_info": ${JSON.stringify({ system: 'Linux', cpu: { brand_raw: 'Example', count: 4 } }, null, 8)},\n    "commit_info": {},\n    "benchmarks": [\n`
    const next = times()
    for (let benchmark = 0; benchmark < benchmarks; benchmark++) {
      const data = Array.from({ length: samples }, () => next() * 1e-3)
      yield `${benchmark === 0 ? '' : ',\n'}${JSON.stringify(pytestBenchmark(benchmark, data), null, 4)}`
    }
    yield '\n    ],\n    "datetime": "2026-01-01T00:00:00.000000+00:00",\n    "version": "5.2.0"\n}\n'
  }
  return pipeline(parts, createWriteStream(path))
}

function pytestBenchmark(number, data) {
  const name = `test_parcel[${number}]`
  const [min, max] = data.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [1, 0])
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length
  return {
    group: null,
    name,
    fullname: `tests/test_parcel.py::${name}`,
    params: { size: number },
    param: String(number),
    extra_info: {},
    options: {
      disable_gc: false,
      timer: 'perf_counter',
      min_rounds: 5,
      max_time: 1.0,
      min_time: 0.000005,
      warmup: false,
    },
    stats: {
      min,
      max,
      mean,
      stddev: (max - min) / 4,
      rounds: data.length,
      median: mean,
      iqr: 0,
      q1: min,
      q3: max,
      iqr_outliers: 0,
      ops: 1 / mean,
      total: mean * data.length,
      data,
      iterations: 1,
    },
  }
}

/** The same numbers each time, with all the digits that tools write. */
function times() {
  let state = 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return 0.5 + state / 2 ** 32
  }
}
