import { byKey, count, line, message, path, sha, time, word } from '@testwarden/core/evidence-fold/fact-words'
import {
  checkedFact,
  type FactReader,
  kindFact,
  listFact,
  measureFact,
  nullableFact,
  objectFact,
  readFacts,
  textFact,
  wordFact,
} from '@testwarden/core/evidence-fold/read-facts'
import type { FailedBenchmark } from '@testwarden/core/model/benchmark'
import { type MetricRoster, rosterOf } from '@testwarden/history/benchmarks/metric-roster'
import type { MeasuredName, MeasuredProcess, MeasuredStats } from '@testwarden/history/benchmarks/recorded-benchmarks'
import type {
  KnownPerfPast,
  MetricFacts,
  MetricPlace,
  PastMetric,
  PastPoint,
  PastRun,
  PastSeries,
  PastStratum,
  PerfFacts,
  PerfLeg,
  PerfPast,
  PerfReport,
} from './facts.js'
import type { PairTree, PairTrees } from './paired/pair-trees.js'
import { pairedFacts } from './paired/parse-paired-facts.js'

const LEGS_MAX = 1_000
const REPORTS_MAX = 100_000
const METRICS_MAX = 500_000
const PROCESSES_MAX = 10_000
const COMMITS_MAX = 2_000

/**
 * Facts as another job handed them over, which may be a stranger's. What passes is as {@link PerfFacts} of our own.
 * @throws ReportError naming the place that is wrong
 */
export function parseFacts(value: unknown): PerfFacts {
  return readFacts(value, facts)
}

const key = textFact(60_000)
const name = {
  key,
  kind: wordFact(['benchmark', 'test', 'suite']),
  unit: textFact(1_100),
  direction: wordFact(['lower', 'higher', 'unknown']),
} as const
const maybe = nullableFact(measureFact)
const stats = nullableFact(
  objectFact<MeasuredStats>({ min: maybe, max: maybe, mean: maybe, median: maybe, stddev: maybe, iqr: maybe }),
)

const report = objectFact<PerfReport>({
  path,
  format: word,
  dialect: nullableFact(word),
  benchmarks: count,
  metrics: count,
  samples: count,
  cpu: nullableFact(textFact(1_000)),
  warnings: listFact(message, 100),
})

const processes: FactReader<readonly MeasuredProcess[]> = checkedFact(
  listFact(objectFact<MeasuredProcess>({ median: measureFact, mad: measureFact, count }), PROCESSES_MAX),
  (list) => (list.length > 0 ? null : 'a process'),
)

const metric = objectFact<MetricFacts>({
  ...name,
  processes,
  stats,
  place: nullableFact(objectFact<MetricPlace>({ path, line })),
})

const pastMetric = objectFact<PastMetric>({ key, unit: name.unit, median: measureFact, stats })
const pastRun = nullableFact(objectFact<PastRun>({ sha, time, metrics: byKey(pastMetric, METRICS_MAX) }))

const known: FactReader<Omit<KnownPerfPast, 'kind'>> = checkedFact(
  objectFact<Omit<KnownPerfPast, 'kind'>>({
    commits: listFact(objectFact<PastPoint>({ sha, time, kernelNs: maybe }), COMMITS_MAX),
    series: byKey(
      objectFact<PastSeries>({ ...name, values: listFact(maybe, COMMITS_MAX), acceptedAt: nullableFact(sha) }),
      METRICS_MAX,
    ),
    baseline: pastRun,
    reference: pastRun,
    missing: listFact(key, METRICS_MAX),
    expected: count,
    strata: listFact(objectFact<PastStratum>({ stratum: textFact(2_000), commits: count }), 1_000),
  }),
  ({ commits, series }) =>
    series.every(({ values }) => values.length === commits.length) ? null : 'a value for each commit',
)

const past: FactReader<PerfPast> = kindFact<PerfPast>({
  known,
  none: objectFact({ reason: message }),
  unreadable: objectFact({ reason: message, remedy: nullableFact(message) }),
})

const roster = checkedFact(
  objectFact<MetricRoster>({ id: word, names: listFact(objectFact<MeasuredName>(name), METRICS_MAX) }),
  ({ id, names }) => (rosterOf(names).id === id ? null : 'a roster whose id is that of its names'),
)

const pairTree = objectFact<PairTree>({ sha: nullableFact(sha), tree: nullableFact(sha) })
const pairTrees: FactReader<PairTrees> = kindFact<PairTrees>({
  pair: objectFact({ base: pairTree, head: pairTree }),
  none: objectFact({ reason: message }),
})

const facts = objectFact<PerfFacts>({
  legs: listFact(
    objectFact<PerfLeg>({
      variant: key,
      testedSha: nullableFact(sha),
      stratum: textFact(2_000),
      reports: listFact(report, REPORTS_MAX),
      metrics: byKey(metric, METRICS_MAX),
      failed: listFact(objectFact<FailedBenchmark>({ name: textFact(2_000), message }), 1_000),
      kernelNs: maybe,
      past,
      trees: nullableFact(pairTrees),
      paired: nullableFact(pairedFacts),
      roster: nullableFact(roster),
      notes: listFact(message, 10_000),
    }),
    LEGS_MAX,
  ),
})
