import { count, message } from '@testwarden/core/evidence-fold/fact-words'
import {
  ascendingFact,
  booleanFact,
  checkedFact,
  type FactReader,
  kindFact,
  listFact,
  measureFact,
  nullableFact,
  objectFact,
  textFact,
  wordFact,
} from '@testwarden/core/evidence-fold/read-facts'
import type { PairedFacts, PairedMetric, PairedOutcome, PairRound, ProcessTimes, ValuePair } from './facts.js'

const METRICS_MAX = 20_000
const PAIRS_MAX = 1_000
const NOTES_MAX = 100
const KEY_CHARACTERS = 60_000
const UNIT_CHARACTERS = 1_100

/** Facts of pairs as another job handed them over, value by value: a part of the facts of a leg. */
export const pairedFacts: FactReader<PairedFacts> = objectFact<PairedFacts>({
  outcome: outcomeFact(),
  metrics: ascendingFact(listFact(metricFact(), METRICS_MAX), ({ key }) => key),
  rounds: listFact(roundFact(), PAIRS_MAX),
  wanted: objectFact({ screen: count, confirm: count }),
  planned: objectFact({ screen: count, confirm: count }),
  usedMs: measureFact,
  budgetMs: nullableFact(measureFact),
  neededMs: nullableFact(measureFact),
  notes: listFact(message, NOTES_MAX),
})

function outcomeFact(): FactReader<PairedOutcome> {
  return kindFact<PairedOutcome>({
    measured: objectFact({}),
    'same-tree': objectFact({}),
    'no-base': objectFact({ reason: message }),
    'too-little-time': objectFact({}),
    broken: objectFact({
      side: wordFact(['base', 'head', 'both']),
      step: wordFact(['setup', 'build', 'command']),
      fault: message,
    }),
  })
}

function metricFact(): FactReader<PairedMetric> {
  const unit = textFact(UNIT_CHARACTERS)
  return objectFact<PairedMetric>({
    key: textFact(KEY_CHARACTERS),
    unit,
    baseUnit: nullableFact(unit),
    direction: wordFact(['lower', 'higher', 'unknown']),
    presence: wordFact(['both', 'new', 'gone', 'failed']),
    isCandidate: booleanFact,
    screen: valuePairs(),
    confirm: valuePairs(),
  })
}

function valuePairs(): FactReader<readonly ValuePair[]> {
  const pair = checkedFact(listFact(measureFact, 2), (values) => (values.length === 2 ? null : 'two numbers'))
  return listFact((value) => {
    const [base = 0, head = 0] = pair(value)
    return [base, head] as const
  }, PAIRS_MAX)
}

function roundFact(): FactReader<PairRound> {
  const times = objectFact<ProcessTimes>({ wallMs: measureFact, cpuMs: nullableFact(measureFact) })
  return objectFact<PairRound>({
    stage: wordFact(['screen', 'confirm']),
    pair: count,
    base: times,
    head: times,
    kernel: nullableFact(objectFact({ wallNs: measureFact, cpuNs: measureFact })),
  })
}
