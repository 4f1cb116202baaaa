import type { Column, Inline, Section } from '@testwarden/core/model/page'
import { countWord } from '@testwarden/core/render/inline'
import { formatInteger } from '@testwarden/core/render/numbers'
import { formatChange } from '@testwarden/core/render/ratio'
import { overallRatio } from '../judging/geometric-mean.js'
import { type JudgedMetric, type MetricState, slowdownOf } from '../judging/judged-metric.js'
import type { Subject } from '../subject.js'
import { changeText, nameOf, placedName, shareText, stateText, valuesText } from '../words.js'
import { sparkline } from './sparkline.js'

const TOLD = 10
const LISTED = 50
const CHARTED = 3
const FEWEST_CHARTED = 5

/** What became slower, each with the numbers that it rests on; then everything else, folded. */
export function changedSections({ judged }: Subject): readonly Section[] {
  const slower = bySize(judged.filter(({ state }) => state === 'slower'))
  return [
    ...slower.slice(0, TOLD).map(slowerSection),
    ...(slower.length > TOLD
      ? [{ kind: 'text' as const, role: 'problem' as const, text: moreText(slower.length) }]
      : []),
    ...chartSections(slower),
    ...otherSections(judged),
  ]
}

function bySize(judged: readonly JudgedMetric[]): readonly JudgedMetric[] {
  return judged.toSorted((left, right) => Math.abs(Math.log(right.ratio ?? 1)) - Math.abs(Math.log(left.ratio ?? 1)))
}

function moreText(count: number): string {
  return `${formatInteger(count - TOLD)} more became slower; the table below has all of them.`
}

function slowerSection(judged: JudgedMetric): Section {
  const name: Inline = { kind: 'code', text: nameOf(judged) }
  const place: readonly Inline[] =
    judged.metric.place === null
      ? []
      : [
          ' ',
          {
            kind: 'location',
            path: judged.metric.place.path,
            ranges: [{ first: judged.metric.place.line, last: judged.metric.place.line }],
          },
        ]
  return {
    kind: 'text',
    role: 'problem',
    heading: [name, ` is ${changeText(judged)}${judged.inLeg}`],
    text: [`${restText(judged)} Intended? `, { kind: 'code', text: acceptCommand(judged) }, ...place],
  }
}

/** `41.2 ms → 48.6 ms, 95 % interval +15 % to +21 %, 12 interleaved pairs. Smallest slowdown that is seen here: 6 %.` */
function restText(judged: JudgedMetric): string {
  const { interval, visible, since } = judged
  const parts = [
    valuesText(judged),
    ...(interval === null
      ? []
      : [`between ${formatChange(interval.lower)} and ${formatChange(interval.upper)} (95 %)`]),
    evidenceText(judged),
    ...(since === null ? [] : [`since ${since.slice(0, 10)}`]),
  ].filter((part) => part !== '')
  const seen = visible === null ? '' : ` Smallest slowdown that this gate sees here: ${shareText(visible)}.`
  return `${parts.join(', ')}.${seen}`
}

function evidenceText({ by, evidence }: JudgedMetric): string {
  if (by === 'pairs') return `${countWord(evidence, 'interleaved pair')}`
  return by === 'history' ? `against ${countWord(evidence, 'commit')} of the default branch` : ''
}

function acceptCommand(judged: JudgedMetric): string {
  const percent = Math.ceil((slowdownOf(judged) ?? 0) * 100) + 1
  return `npx testwarden accept perf slower ${JSON.stringify(nameOf(judged))} --limit ${percent} --reason "…" --expires <day>`
}

function chartSections(slower: readonly JudgedMetric[]): readonly Section[] {
  return slower
    .filter(({ recent }) => recent.length >= FEWEST_CHARTED)
    .slice(0, CHARTED)
    .map((judged) => ({
      kind: 'details' as const,
      summary: `${placedName(judged)} by commit`,
      sections: [
        {
          kind: 'chart' as const,
          heading: `${placedName(judged)} by commit of the default branch, this run last`,
          unit: judged.metric.unit,
          points: judged.recent.map((value, index) => ({ label: String(index + 1), value })),
        },
      ],
    }))
}

const COLUMNS: readonly Column[] = [
  { title: 'benchmark', align: 'left' },
  { title: 'change', align: 'left' },
  { title: 'base → here', align: 'right' },
  { title: 'between (95 %)', align: 'right' },
  { title: 'sees', align: 'right' },
  { title: 'past', align: 'left' },
]

/** In the order in which a reader wants to know of them. */
const ORDER: readonly MetricState[] = [
  'slower',
  'provisional',
  'faster',
  'inconclusive',
  'inherited',
  'too-noisy',
  'young',
  'new',
  'unit-changed',
  'below-clock',
  'without-direction',
  'ignored',
  'unchanged',
]

function otherSections(judged: readonly JudgedMetric[]): readonly Section[] {
  const benchmarks = judged.filter(({ metric }) => metric.kind === 'benchmark')
  if (benchmarks.length === 0) return []
  const sorted = bySize(benchmarks).toSorted((left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state))
  const overall = overallRatio(benchmarks)
  const mean: Section[] =
    overall === null
      ? []
      : [{ kind: 'text', text: `Geometric mean of all: ${formatChange(overall)}. Each benchmark is judged by itself.` }]
  const left = sorted.length - LISTED
  const rest: Section[] = left > 0 ? [{ kind: 'text', text: `and ${formatInteger(left)} more` }] : []
  const table: Section = { kind: 'table', columns: COLUMNS, rows: sorted.slice(0, LISTED).map(rowOf) }
  return [
    {
      kind: 'details',
      summary: `Benchmarks: ${countWord(benchmarks.length, 'metric')}`,
      sections: [table, ...rest, ...mean],
    },
  ]
}

function rowOf(judged: JudgedMetric): readonly Inline[] {
  const { ratio, interval, visible, state, pairsNeeded } = judged
  const needed =
    state === 'inconclusive' && pairsNeeded !== null
      ? `, about ${countWord(pairsNeeded, 'more pair')} would decide`
      : ''
  return [
    [{ kind: 'code', text: nameOf(judged) }, judged.inLeg],
    ratio === null ? stateText(judged) : `${formatChange(ratio)}, ${stateText(judged)}${needed}`,
    valuesText(judged),
    interval === null ? '–' : `${formatChange(interval.lower)} to ${formatChange(interval.upper)}`,
    visible === null ? '–' : shareText(visible),
    sparkline(judged.recent),
  ]
}
