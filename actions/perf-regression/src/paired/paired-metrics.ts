import type { FailedBenchmark } from '@testwarden/core/model/benchmark'
import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import { benchmarkKey } from '../metric-key.js'
import type { PairedMetric, Presence, ValuePair } from './facts.js'
import type { MeasuredMetric, MeasuredRun } from './measured.js'
import type { Side } from './pair-id.js'
import type { PairPolicy } from './pair-policy.js'
import type { ProcessRun } from './process-run.js'
import type { PairRun } from './progress.js'
import { isCandidate } from './screen.js'

/** Everything that pairs measured; what may have become worse is known by its screen. */
export interface MeasuredPairs {
  /** Ascending by key, without confirmation. */
  readonly metrics: readonly ScreenedMetric[]
  /** Names as their tool writes them, of candidates and of all others. */
  readonly names: { readonly wanted: readonly string[]; readonly others: readonly string[] }
}

export interface ScreenedMetric extends Omit<PairedMetric, 'confirm'> {
  /** As its tool calls the benchmark. */
  readonly name: string
}

/** What the pairs of the screen say, once all have run. */
export function screenedMetrics(screen: readonly PairRun[], policy: PairPolicy): MeasuredPairs {
  const seen = { base: seenOn('base', screen), head: seenOn('head', screen) }
  const failed = failedNames(screen)
  const keys = [...new Set([...seen.base.keys(), ...seen.head.keys()])].sort()
  const metrics = keys.flatMap((key) => {
    const [base, head] = [seen.base.get(key), seen.head.get(key)]
    const shown = head ?? base
    if (shown === undefined) return []
    const metric = {
      key,
      name: shown.name,
      unit: shown.unit,
      baseUnit: base === undefined || base.unit === shown.unit ? null : base.unit,
      direction: shown.direction,
      presence: presenceOf({ base, head, isFailed: failed.has(shown.name) }),
      screen: valuePairs(key, screen),
    }
    return [{ ...metric, isCandidate: isCandidate(metric, policy) }]
  })
  const wanted = new Set(metrics.flatMap(({ name, isCandidate: isWanted }) => (isWanted ? [name] : [])))
  const others = [...new Set(metrics.map(({ name }) => name))].filter((name) => !wanted.has(name))
  return { metrics, names: { wanted: [...wanted], others } }
}

/** Base and change of each pair that has both, in the order of the pairs. */
export function valuePairs(key: string, pairs: readonly PairRun[]): readonly ValuePair[] {
  return pairs.flatMap(({ base, head }) => {
    const values = [base, head].map((run) => metricsByKey(run).get(key)?.value)
    const [left, right] = values
    return left === undefined || right === undefined ? [] : [[left, right] as const]
  })
}

function metricsByKey(run: ProcessRun | null): ReadonlyMap<string, MeasuredMetric> {
  return run?.measured == null ? new Map() : byKey(run.measured)
}

const byKey = rememberByKey(
  ({ metrics }: MeasuredRun): ReadonlyMap<string, MeasuredMetric> =>
    new Map(metrics.map((metric) => [benchmarkKey(metric.name, metric.metric), metric])),
)

/** Of each key the last that was seen. */
function seenOn(side: Side, pairs: readonly PairRun[]): ReadonlyMap<string, MeasuredMetric> {
  return new Map(pairs.flatMap((pair) => [...metricsByKey(pair[side])]))
}

function failedNames(pairs: readonly PairRun[]): ReadonlySet<string> {
  const failed = pairs.flatMap(({ head }): readonly FailedBenchmark[] => head?.measured?.failed ?? [])
  return new Set(failed.map(({ name }) => name))
}

interface Sighting {
  readonly base: MeasuredMetric | undefined
  readonly head: MeasuredMetric | undefined
  readonly isFailed: boolean
}

function presenceOf({ base, head, isFailed }: Sighting): Presence {
  if (base === undefined) return 'new'
  if (head !== undefined) return 'both'
  return isFailed ? 'failed' : 'gone'
}
