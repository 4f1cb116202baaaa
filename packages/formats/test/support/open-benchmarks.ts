import type { BenchmarkMetric, BenchmarkReport, SampleSummary } from '@testwarden/core/model/benchmark'
import { countBenchmarks } from '@testwarden/core/model/benchmark-totals'
import type { ParseResult } from '@testwarden/core/model/result'
import { benchmarkFormats } from '../../src/benchmark/registry.js'
import type { Format, OpenReader, Reader } from '../../src/format.js'

const loaded = new Map<string, OpenReader<BenchmarkReport>>()
// One after the other: the modules of jest fail where two of them are loaded at once.
for (const { id, load } of benchmarkFormats) loaded.set(id, await load())

export function benchmarkFormat(id: string): Format<BenchmarkReport> {
  const format = benchmarkFormats.find((known) => known.id === id)
  if (format === undefined) throw new Error(`no format ${id}`)
  return format
}

/** A reader of the benchmark format with this id, without waiting for its code. */
export function openBenchmarks(id: string, path = 'report'): Reader<BenchmarkReport> {
  const open = loaded.get(id)
  if (open === undefined) throw new Error(`no format ${id}`)
  return open({ path })
}

const SHOWN_METRICS = 40
const SHOWN_VALUES = 3

/** A reading as `expected.json` of a fixture has it. */
export function summaryOfBenchmarks(format: string, result: ParseResult<BenchmarkReport>): unknown {
  if (!result.ok) return { error: { line: result.error.line, message: result.error.message } }
  const { model, partial, warnings } = result
  return {
    format,
    dialect: model.dialect,
    partial,
    totals: countBenchmarks(model.metrics),
    machine: model.machine,
    startedAt: model.startedAt,
    metrics: model.metrics.slice(0, SHOWN_METRICS).map(metricLine),
    failed: model.failed.map(({ name, message }) => `${name}: ${message}`),
    warnings: warnings.map(({ message }) => message),
  }
}

/**
 * `fib[10] > time, lower is better (tests/test_fib.py:3): 120.5 121 119.75 … 5 values | 122 … of another process ns;
 * count 5, median 120.5`: values in the model's unit, six digits of each.
 */
export function metricLine(metric: BenchmarkMetric): string {
  const { name, unit, direction, samples, summary, file, line } = metric
  const place = file === null ? '' : ` (${file}${line === null ? '' : `:${line}`})`
  const better = direction === 'unknown' ? 'unknown which is better' : `${direction} is better`
  const values = samples.map(valuesText).join(' | ')
  return `${name} > ${metric.metric}, ${better}${place}: ${values} ${unit}${summaryText(summary)}`
}

function valuesText(values: readonly number[]): string {
  const shown = values.slice(0, SHOWN_VALUES).map(digits).join(' ')
  return values.length > SHOWN_VALUES ? `${shown} … ${values.length} values` : shown
}

function summaryText(summary: SampleSummary | null): string {
  const known = Object.entries(summary ?? {}).filter((entry): entry is [string, number] => entry[1] !== null)
  return known.length === 0 ? '' : `; ${known.map(([key, value]) => `${key} ${digits(value)}`).join(', ')}`
}

function digits(value: number): string {
  return String(Number(value.toPrecision(6)))
}
