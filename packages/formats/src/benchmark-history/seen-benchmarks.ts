import type { Direction } from '@testwarden/core/model/benchmark'
import type { CustomEntry } from '../benchmark/custom-json/entry.js'
import { NO_SUMMARY } from '../benchmark/sample-summary.js'
import { goBenchmarks } from './go-benchmarks.js'
import type { SeenBenchmark } from './seen-benchmark.js'

type Reading = (entries: readonly CustomEntry[]) => readonly SeenBenchmark[]

const STDDEV_OF_PYTEST = /^stddev: (\S+)$/
const STDDEV_OF_DOTNET = /^± (\S+)$/
const STATISTIC_OF_GOOGLE = /^(.+)_(?:mean|median|stddev|cv|min|max|BigO|RMS)$/
const PARAMS_OF_JMH = /^(.+) \( (\{.*\}) \)$/s

/**
 * What the tools that github-action-benchmark reads measured. Names, metrics and units become those that our reader of
 * that tool gives, so that a history goes on where the other one ended.
 * @see https://github.com/benchmark-action/github-action-benchmark/blob/master/src/extract.ts
 */
export function seenBenchmarks(tool: string, entries: readonly CustomEntry[]): readonly SeenBenchmark[] {
  return (READINGS.get(tool) ?? asWritten)(entries)
}

const READINGS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['customSmallerIsBetter', (entries) => entries.map((entry) => plain(entry, 'lower'))],
  ['customBiggerIsBetter', (entries) => entries.map((entry) => plain(entry, 'higher'))],
  ['benchmarkdotnet', (entries) => entries.map(ofDotNet)],
  ['go', goBenchmarks],
  ['googlecpp', ofGoogle],
  ['jmh', (entries) => entries.map((entry) => plain({ ...entry, name: nameOfJmh(entry.name) }))],
  ['pytest', (entries) => entries.map(ofPytest)],
])

function asWritten(entries: readonly CustomEntry[]): readonly SeenBenchmark[] {
  return entries.map((entry) => plain(entry))
}

function plain({ name, unit, value }: CustomEntry, direction?: Direction): SeenBenchmark {
  return { seen: { name, metric: null, unit, ...(direction && { direction }) }, value, summary: null }
}

/** It has rounds per second, one divided by the mean, where a report has seconds. */
function ofPytest(entry: CustomEntry): SeenBenchmark {
  if (entry.unit !== 'iter/sec') return plain(entry)
  const value = 1 / entry.value
  const summary = { ...NO_SUMMARY, mean: value, stddev: numberIn(STDDEV_OF_PYTEST, entry.range) }
  return { seen: { name: entry.name, metric: 'time', unit: 's' }, value, summary }
}

function ofDotNet(entry: CustomEntry): SeenBenchmark {
  const summary = { ...NO_SUMMARY, mean: entry.value, stddev: numberIn(STDDEV_OF_DOTNET, entry.range) }
  return { ...plain(entry), summary }
}

/** Statistics of repetitions were kept beside them, as if they were benchmarks. */
function ofGoogle(entries: readonly CustomEntry[]): readonly SeenBenchmark[] {
  const names = new Set(entries.map(({ name }) => name))
  return entries
    .filter(({ name }) => !names.has(STATISTIC_OF_GOOGLE.exec(name)?.[1] ?? ''))
    .map((entry) => plain(entry))
}

/** `a.b ( {"size":"10"} )` to `a.b[size=10]`. */
function nameOfJmh(name: string): string {
  const [, method, written = ''] = PARAMS_OF_JMH.exec(name) ?? []
  const params = method === undefined ? null : parsed(written)
  if (params === null) return name
  return `${method}[${Object.entries(params)
    .map(([param, value]) => `${param}=${value}`)
    .join(', ')}]`
}

function parsed(json: string): object | null {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function numberIn(pattern: RegExp, range: string | null): number | null {
  const [, written] = pattern.exec(range ?? '') ?? []
  return written === undefined ? null : Number(written)
}
