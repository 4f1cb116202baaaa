import { limitOrigin, type Setting } from '@testwarden/core/config/field'
import { under } from '@testwarden/core/limits/under'
import type { Finding } from '@testwarden/core/model/finding'
import type { Outcome } from '@testwarden/core/model/outcome'
import type { LimitOrigin, Reason } from '@testwarden/core/model/verdict'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { PerfSettings } from '../config.js'
import { type JudgedMetric, type MetricState, slowdownOf } from '../judging/judged-metric.js'
import { SLOWER_RULE } from '../judging/metric-policy.js'
import { findingAt } from '../judging/metric-values.js'
import type { Judgement, Subject } from '../subject.js'
import { changeText, nameOf, placedName, STATE_WORDS, stateText, valuesText } from '../words.js'
import { acceptedReason } from './accepted-slowdown.js'

/** What is judged together: benchmarks by one limit, tests by another, all tests together by a third. */
interface SpeedGroup {
  readonly kind: JudgedMetric['metric']['kind']
  readonly title: string
  readonly setting: Setting<string | null>
  readonly noun: string
}

/** Nothing slower than its limit, beyond noise. */
export function slower(subject: Subject): Judgement {
  const judgements = groupsOf(subject.config.own).map((group) => judgeGroup(group, subject))
  return {
    reasons: judgements.flatMap(({ reasons }) => reasons),
    findings: judgements.flatMap(({ findings }) => findings),
  }
}

function groupsOf(own: PerfSettings): readonly SpeedGroup[] {
  return [
    { kind: 'benchmark', title: 'speed', setting: own.slowdown, noun: 'benchmark' },
    { kind: 'test', title: 'time of tests', setting: own['test-slowdown'], noun: 'test' },
    { kind: 'suite', title: 'time of all tests', setting: own['suite-slowdown'], noun: 'run of all tests' },
  ]
}

function judgeGroup(group: SpeedGroup, { judged, config, evidence }: Subject): Judgement {
  const members = judged.filter(({ metric }) => metric.kind === group.kind)
  const counted = members.filter(({ state }) => state !== 'ignored' && state !== 'without-direction')
  if (members.length === 0 && isReported(group, evidence)) return { reasons: [nothingUsable(group)], findings: [] }
  if (counted.length === 0) return { reasons: [], findings: [] }
  const broken = counted.filter(({ state }) => state === 'slower')
  // Of tests that nobody set a limit for, only what became slower is worth a line.
  if (group.kind !== 'benchmark' && broken.length === 0 && group.setting.origin.kind === 'assumed')
    return { reasons: [], findings: [] }
  const reason = reasonOf(group, { counted, broken })
  const isEnforced = reason.outcome === 'fail' && config.shared.mode.value === 'enforce'
  return {
    reasons: [reason, ...counted.flatMap(acceptedReason)],
    findings: broken.map((each) => findingOf(each, isEnforced ? 'error' : 'warning')),
  }
}

/** Whether somebody asked for it and measured it, if in vain. */
function isReported({ kind, setting }: SpeedGroup, { facts }: Subject['evidence']): boolean {
  const isAsked = kind === 'benchmark' && limitOrigin(setting) === 'written'
  return isAsked && facts.legs.some(({ reports }) => reports.length > 0)
}

function nothingUsable(group: SpeedGroup): Reason {
  const reason = reasonOf(group, { counted: [], broken: [] })
  const actual = 'nothing usable'
  const message = 'No benchmark of the reports has a value that can be used.'
  return { ...reason, outcome: 'inconclusive', message, wording: { ...reason.wording, actual } }
}

interface Members {
  readonly counted: readonly JudgedMetric[]
  readonly broken: readonly JudgedMetric[]
}

function reasonOf({ title, setting, noun }: SpeedGroup, { counted, broken }: Members): Reason {
  const origin = limitOrigin(setting)
  return {
    ruleId: SLOWER_RULE,
    title,
    outcome: outcomeOf({ counted, broken }, origin),
    message: messageOf({ counted, broken }, noun),
    actual: broken.length,
    limit: setting.value,
    limitOrigin: origin,
    unit: 'count',
    baseline: null,
    things: Math.max(1, broken.length),
    wording: {
      actual: countsText(counted),
      limit: setting.value === null ? 'none' : `at most ${setting.value} % slower`,
      baseline: basisText(counted),
    },
  }
}

/** Where nothing can be judged yet, only who wrote the limit asked for it: a first run is not to worry anybody. */
function outcomeOf({ counted, broken }: Members, origin: LimitOrigin): Outcome {
  if (broken.length > 0) return under(origin, 'fail')
  if (counted.some(({ state }) => JUDGED.has(state))) return 'pass'
  return origin === 'written' ? 'inconclusive' : 'skipped'
}

const JUDGED: ReadonlySet<MetricState> = new Set(['unchanged', 'faster', 'provisional', 'inherited'])

function messageOf({ counted, broken }: Members, noun: string): string {
  const [first] = broken.toSorted((left, right) => (slowdownOf(right) ?? 0) - (slowdownOf(left) ?? 0))
  if (first === undefined) {
    const isJudged = counted.some(({ state }) => JUDGED.has(state))
    return isJudged ? `No ${noun} became slower beyond its noise: ${countsText(counted)}.` : unknownText(counted, noun)
  }
  const more = broken.length > 1 ? ` ${formatInteger(broken.length - 1)} more became slower.` : ''
  return `\`${nameOf(first)}\` is ${changeText(first)}${first.inLeg}: ${valuesText(first)}.${more}`
}

function unknownText(counted: readonly JudgedMetric[], noun: string): string {
  const reasons = counted.flatMap(({ leg: { past } }) => (past.kind === 'known' ? [] : [past.reason]))
  return `No ${noun} can be judged yet: ${countsText(counted)}. ${reasons[0] ?? ''}`.trim()
}

/** `1 slower, 1 faster, 22 unchanged, 1 inconclusive` */
function countsText(counted: readonly JudgedMetric[]): string {
  const states = Object.keys(STATE_WORDS) as MetricState[]
  const words = [...states.map((state) => STATE_WORDS[state]), 'accepted']
  const parts = words.flatMap((word) => {
    const count = counted.filter((each) => stateText(each) === word).length
    return count === 0 ? [] : [`${formatInteger(count)} ${word}`]
  })
  return parts.join(', ')
}

function basisText(counted: readonly JudgedMetric[]): string {
  const pairs = Math.max(0, ...counted.map(({ by, evidence }) => (by === 'pairs' ? evidence : 0)))
  if (pairs > 0) return `same machine, ${formatInteger(pairs)} pairs`
  const commits = Math.max(0, ...counted.map(({ by, evidence }) => (by === 'history' ? evidence : 0)))
  return commits > 0 ? `${countWord(commits, 'commit')} of this processor` : '–'
}

function findingOf(judged: JudgedMetric, level: Finding['level']): Finding {
  return findingAt(judged.metric, {
    ruleId: SLOWER_RULE,
    level,
    title: `${nameOf(judged)} is ${changeText(judged)}${judged.inLeg}`,
    message: `${valuesText(judged)}${judged.since === null ? '' : `, since ${judged.since.slice(0, 10)}`}.`,
    dedupKey: `${SLOWER_RULE}:${placedName(judged)}`,
  })
}
