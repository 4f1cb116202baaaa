import type { SampleSummary } from '@testwarden/core/model/benchmark'
import type { WarningLog } from '../../warning-log.js'
import type { BenchmarkBuilder, SeenMetric } from '../benchmark-builder.js'
import { NO_SUMMARY } from '../sample-summary.js'
import { unitOfName } from '../unit-of-name.js'
import type { GoogleRow } from './row.js'
import type { GoogleRun } from './runs.js'

type MetricFacts = Pick<SeenMetric, 'metric' | 'unit' | 'direction'>

/** What its memory manager tells. */
const MEMORY: ReadonlyMap<string, string> = new Map([
  ['allocs_per_iter', 'allocs/op'],
  ['max_bytes_used', 'B'],
  ['net_heap_growth', 'B'],
  ['total_allocated_bytes', 'B'],
])

/** Gives a benchmark to the builder. All repetitions are of one process; what failed or was left out has no value. */
export function addRun(builder: BenchmarkBuilder, run: GoogleRun, warnings: WarningLog): void {
  const { name, repetitions, aggregates } = run
  const failed = repetitions.find(({ error }) => error !== null)
  if (failed !== undefined) builder.fail(name, failed.error ?? '', failed.line)
  const skipped = repetitions.find((row) => row.skipped !== null)
  if (skipped !== undefined) warnings.add('a benchmark skipped itself: it has no value', skipped.line)
  const measured = repetitions.filter(({ error, skipped: reason }) => error === null && reason === null)
  const [first = aggregates.values().next().value] = measured
  if (first === undefined) return
  const keys = keysOf([...measured, ...aggregates.values()])
  if (keys.size === 0) builder.fail(name, 'It has no value.', first.line)
  for (const key of keys) {
    const facts = factsOf(key, first.timeUnit)
    const values = measured.flatMap((row) => row.values.get(key) ?? [])
    builder.add({ name, ...facts }, { processes: [values], summary: summaryOf(run, key) }, first.line)
  }
}

function keysOf(rows: readonly GoogleRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ values }) => [...values.keys()]))
}

/** Of a counter there is its name and nothing else. */
function factsOf(key: string, timeUnit: string): MetricFacts {
  if (key === 'real_time') return { metric: 'time', unit: timeUnit }
  if (key === 'cpu_time') return { metric: 'cpu-time', unit: timeUnit }
  const memory = MEMORY.get(key)
  if (memory !== undefined) return { metric: key, unit: memory, direction: 'lower' }
  return { metric: key, unit: unitOfName(key) }
}

/** Of how many they are matters only where these are not listed. */
function summaryOf({ repetitions, aggregates }: GoogleRun, key: string): SampleSummary | null {
  if (aggregates.size === 0) return null
  const [first] = aggregates.values()
  const statistic = (word: string): number | null => aggregates.get(word)?.values.get(key) ?? null
  return {
    ...NO_SUMMARY,
    count: repetitions.length === 0 ? (first?.repetitions ?? null) : null,
    mean: statistic('mean'),
    median: statistic('median'),
    stddev: statistic('stddev'),
  }
}
