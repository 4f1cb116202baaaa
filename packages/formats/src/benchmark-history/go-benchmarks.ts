import type { CustomEntry } from '../benchmark/custom-json/entry.js'
import { GO_METRICS } from '../benchmark/go-bench/results.js'
import type { SeenBenchmark } from './seen-benchmark.js'

const OF_PACKAGE = /^(Benchmark\S*) \((\S+)\)$/
const SPLIT = /^(.+) - (\S+)$/

/**
 * Results of Go. One with several values has them all in the unit of the first, `ns/op\t  48 B/op\t  2 allocs/op`, and since
 * version 1.18 each once more, as `<name> - B/op`. Where there are several packages, each name has its own behind it.
 */
export function goBenchmarks(entries: readonly CustomEntry[]): readonly SeenBenchmark[] {
  const joined = new Set(entries.filter(({ unit }) => /\s/.test(unit)).map(({ name }) => name))
  return entries.flatMap((entry) => {
    const [, base, unit] = SPLIT.exec(entry.name) ?? []
    if (base === undefined || unit !== entry.unit) return valuesOf(entry)
    return joined.has(base) ? [] : valuesOf({ ...entry, name: base })
  })
}

function valuesOf({ name, unit, value }: CustomEntry): readonly SeenBenchmark[] {
  const [first = '', ...rest] = unit.split(/\s+/)
  const values = [oneValue(name, first, value)]
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [written, further = ''] = rest.slice(at, at + 2)
    values.push(oneValue(name, further, Number(written)))
  }
  return values
}

function oneValue(name: string, unit: string, value: number): SeenBenchmark {
  const [, benchmark, pkg] = OF_PACKAGE.exec(name) ?? []
  const seen = {
    name: benchmark === undefined ? name : `${pkg}.${benchmark}`,
    metric: GO_METRICS.get(unit) ?? unit,
    unit,
  }
  return { seen, value, summary: null }
}
