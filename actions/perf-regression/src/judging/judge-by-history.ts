import type { KnownPerfPast, MetricFacts, PerfLeg } from '../facts.js'
import { calibrate } from '../promise/calibrate.js'
import type { FalseAlarmPromise } from '../promise/false-alarm-promise.js'
import type { JudgedMetric, MetricState } from './judged-metric.js'
import type { MetricPolicy, PolicyOf } from './metric-policy.js'
import { medianOf } from './metric-values.js'
import { testTimePolicy } from './series/history-policy.js'
import { type DriftJudgement, type DriftQuestion, judgeDrift } from './series/judge-drift.js'
import { judgeSuite, type SuiteJudgement } from './series/judge-suite.js'
import { type LevelChange, lastLevelChange } from './series/last-level-change.js'
import type { SeriesJudgement, SeriesState } from './series/series-judgement.js'
import type { Series, Suite } from './series/suite.js'
import { type Trend, trendOf } from './series/trend.js'

/** What history says of a metric, in the words of all judgements. */
export type ByHistory = Omit<JudgedMetric, 'leg' | 'inLeg' | 'metric' | 'policy'>

/** Metrics that one run measures alike, and what their runs had in common. */
export interface JudgedSuite {
  readonly kind: MetricFacts['kind']
  /** `ns` of what is measured by the clock, rates as well; else that of the first metric. */
  readonly unit: string
  readonly leg: PerfLeg
  readonly shift: SuiteJudgement['shift']
  /** What is promised of false alarms; null where it is not asked: of tests. */
  readonly promise: FalseAlarmPromise | null
  /** Since the pinned reference; null where there is none. */
  readonly drift: DriftJudgement | null
  /** Where each series is heading, by key; only what moves. Ratios are of the values themselves. */
  readonly trends: ReadonlyMap<string, Trend>
  /** Since when each series has the level that it is at, by key; only those of which a change is known. */
  readonly levels: ReadonlyMap<string, DatedLevelChange>
  readonly metrics: ReadonlyMap<string, ByHistory>
}

export interface DatedLevelChange extends LevelChange {
  /** The commit that it changed with; null: this run. */
  readonly since: string | null
}

export interface HistoryQuestion {
  readonly leg: PerfLeg
  readonly policyOf: PolicyOf
  /** One run in so many may be red without a reason. */
  readonly promised: number
  /** A change is judged, whose own point is the last one: what was slower before is not its doing. */
  readonly isChange: boolean
}

/** Of whatever says nothing else: each metric has a limit of its own. */
const ASSUMED_EFFECT = 0.05
/** A test that takes less tells nothing: half a second. */
const LEAST_TEST_NS = 5e8
const RECENT = 30
/** Stands for the commit of this run, which may have none. */
const HERE = 'here'

/** Every suite of a leg, judged by its past; none where nothing is known of it. */
export function judgeByHistory(question: HistoryQuestion): readonly JudgedSuite[] {
  const { past, metrics } = question.leg
  if (past.kind !== 'known' || past.commits.length === 0) return []
  return groupsOf(metrics).flatMap((group) => {
    const judged = judgeGroup(group, past, question)
    return judged === null ? [] : [judged]
  })
}

/** A slow machine slows times and rates alike, and makes nothing larger. */
function groupsOf(metrics: readonly MetricFacts[]): readonly (readonly MetricFacts[])[] {
  const benchmarks = metrics.filter(({ kind }) => kind === 'benchmark')
  const groups = [
    benchmarks.filter(isSpeed),
    benchmarks.filter((metric) => !isSpeed(metric)),
    metrics.filter(({ kind }) => kind === 'test'),
    metrics.filter(({ kind }) => kind === 'suite'),
  ]
  return groups.filter((group) => group.length > 0)
}

function isSpeed({ unit }: MetricFacts): boolean {
  return unit === 'ns' || unit.endsWith('/s')
}

function judgeGroup(
  group: readonly MetricFacts[],
  past: KnownPerfPast,
  { leg, policyOf, isChange, promised }: HistoryQuestion,
): JudgedSuite | null {
  const values = new Map(past.series.map((each) => [each.key, each]))
  const members = group.flatMap((metric) => {
    const policy = policyOf(metric)
    const series = seriesOf(metric, policy, values.get(metric.key))
    return series === null ? [] : [{ metric, policy, series }]
  })
  const [first] = members
  if (first === undefined) return null
  const suite: Suite = {
    commits: [...past.commits, { sha: HERE, kernelNs: leg.kernelNs }],
    series: members.map(({ series }) => series),
  }
  const promise = first.metric.kind === 'test' ? null : calibrate(suite, { promised, minEffect: ASSUMED_EFFECT })
  const longTests = members.filter(({ metric }) => medianOf(metric) >= LEAST_TEST_NS).length
  const policy = promise?.policy ?? testTimePolicy(longTests, ASSUMED_EFFECT, LEAST_TEST_NS)
  const { shift, series } = judgeSuite(suite, policy)
  const judged = members.flatMap(({ metric, policy, series: own }, index): [string, ByHistory][] => {
    const judgement = series[index]
    return judgement === undefined ? [] : [[metric.key, byHistory(judgement, { metric, policy, own, isChange })]]
  })
  const trends = members.flatMap(({ series: own }): [string, Trend][] => {
    const trend = trendOf(own, policy)
    if (trend === null || trend.kind === 'steady') return []
    return [[own.key, own.direction === 'higher' ? { ...trend, ratio: 1 / trend.ratio } : trend]]
  })
  const levels = members.flatMap(({ series: own }): [string, DatedLevelChange][] => {
    const change = lastLevelChange(own, policy)
    return change === null ? [] : [[own.key, { ...change, since: past.commits[change.at]?.sha ?? null }]]
  })
  return {
    kind: first.metric.kind,
    unit: isSpeed(first.metric) ? 'ns' : first.metric.unit,
    leg,
    shift,
    promise,
    drift: driftOf({ suite, judged: series, policy }, past, (key) => driftLimit(group, key, policyOf)),
    trends: new Map(trends),
    levels: new Map(levels),
    metrics: new Map(judged),
  }
}

function driftOf(
  judged: Pick<DriftQuestion, 'suite' | 'judged' | 'policy'>,
  { reference }: KnownPerfPast,
  limitOf: DriftQuestion['limitOf'],
): DriftJudgement | null {
  if (reference === null) return null
  const then = new Map(reference.metrics.map(({ key, median }) => [key, median]))
  return judgeDrift({ ...judged, reference: then, limitOf })
}

function driftLimit(group: readonly MetricFacts[], key: string, policyOf: PolicyOf): number | null {
  const metric = group.find((each) => each.key === key)
  const policy = metric === undefined ? null : policyOf(metric)
  return policy === null || policy.drift === null || policy.ignored !== null ? null : Number(policy.drift) / 100
}

/** null: nobody wants it judged, or nobody knows what is worse. */
function seriesOf(
  metric: MetricFacts,
  { direction, slowdown, ignored }: MetricPolicy,
  past: KnownPerfPast['series'][number] | undefined,
): Series | null {
  if (direction === null || direction === 'exact' || slowdown === null || ignored !== null) return null
  return {
    key: metric.key,
    direction,
    values: [...(past?.values ?? []), medianOf(metric)],
    acceptedAt: past?.acceptedAt ?? null,
    minEffect: Number(slowdown) / 100,
  }
}

interface Judged {
  readonly metric: MetricFacts
  readonly policy: MetricPolicy
  readonly own: Series
  readonly isChange: boolean
}

const STATES: Readonly<Record<SeriesState, MetricState>> = {
  regressed: 'slower',
  mending: 'provisional',
  provisional: 'provisional',
  improving: 'unchanged',
  improved: 'faster',
  unchanged: 'unchanged',
  'too-noisy': 'too-noisy',
  'below-resolution': 'below-clock',
  empty: 'new',
}

function byHistory(judged: SeriesJudgement, { metric, policy, own, isChange }: Judged): ByHistory {
  const { baseline, ratio, interval, visible, since, points } = judged
  const isInverted = policy.direction === 'higher'
  const turned = (value: number): number => (isInverted ? 1 / value : value)
  const [low, high] = interval === null ? [null, null] : [turned(interval.lower), turned(interval.upper)]
  return {
    state: stateOf(judged, isChange),
    by: 'history',
    before: points < 2 ? null : baseline,
    now: medianOf(metric),
    ratio: ratio === null || points < 2 ? null : turned(ratio),
    interval: low === null || high === null ? null : { lower: Math.min(low, high), upper: Math.max(low, high) },
    evidence: Math.max(0, points - 1),
    pairsNeeded: null,
    visible: visible === null ? null : visible - 1,
    since: since === HERE ? null : since,
    recent: own.values.slice(-RECENT).flatMap((value) => value ?? []),
  }
}

/** Too few points advise; of a change only what its base does not have is its own, and one point confirms nothing. */
function stateOf({ state, standing, isRed, points }: SeriesJudgement, isChange: boolean): MetricState {
  if (points < 2) return 'new'
  if (standing === 'young') return 'young'
  if (state !== 'regressed') return STATES[state]
  if (isChange) return 'inherited'
  return isRed ? 'slower' : 'too-noisy'
}
