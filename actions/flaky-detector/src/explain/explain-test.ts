import type { ExplainedDurations, ExplainedVariant, TestExplanation } from '@testwarden/core/files/explain-test-file'
import { type TestKey, testNameOf } from '@testwarden/core/model/test-key'
import { openVariants, pastOf, type RecordedVariant, type VariantPast } from '../backtest/recorded-variant.js'
import { selectRuns } from '../backtest/remembered-runs.js'
import { tallyOf } from '../diagnosis/evidence.js'
import { groundsOf } from '../diagnosis/grounds.js'
import type { TestStory } from '../diagnosis/story.js'
import { segmentsOf, type TrendSegment } from '../diagnosis/trend.js'
import { contradictionsOf, storyOf } from '../reading/build-past.js'
import { readQuarantines } from '../reading/recorded-quarantines.js'
import { namesOf, recordedRenames } from '../reading/renamed-tests.js'
import { readCells } from '../reading/story-text.js'
import { explainFailure, explainQuarantine } from './explain-failure.js'
import { findTest } from './find-test.js'
import { rankOf } from './rank-tests.js'
import type { TestQuestion } from './test-question.js'

/** Everything that is known of one test, in each job and matrix cell that ran it. */
export function explainTest(question: TestQuestion): Omit<TestExplanation, 'schema'> {
  const { name, records, firstParents, reported } = question
  const variants = openVariants(records, firstParents)
  const found = findTest(name, knownKeys(variants, reported))
  const notes = [...new Set(variants.flatMap(({ runs }) => runs.problems))]
  if (found.kind !== 'one')
    return { asked: name, test: null, candidates: found.keys.map(testNameOf), variants: [], notes }
  const explained = variants.flatMap((variant) => explainVariant(found.key, { variant, question }))
  return { asked: name, test: testNameOf(found.key), candidates: [], variants: explained, notes }
}

/** Rosters of more runs hold hardly another name. */
const NEWEST_RUNS = 20

function knownKeys(variants: readonly RecordedVariant[], reported: TestQuestion['reported']): readonly TestKey[] {
  const keys = new Set<TestKey>(reported.keys())
  for (const { runs } of variants) {
    for (const run of runs.usable.slice(-NEWEST_RUNS)) for (const key of runs.keys(run)) keys.add(key)
    for (const run of runs.usable) for (const { key } of runs.failed(run)) keys.add(key)
  }
  return [...keys].sort()
}

interface VariantQuestion {
  readonly variant: RecordedVariant
  readonly question: TestQuestion
}

function explainVariant(key: TestKey, { variant, question }: VariantQuestion): readonly ExplainedVariant[] {
  const [record] = variant.records
  if (record === undefined) return []
  const past = pastOf(variant, { before: variant.records.length, testedSha: null })
  const bodies = past.timeline.line.map(({ body }) => body)
  const names = namesOf(key, new Map(recordedRenames(bodies).map(({ from, to }) => [to, from])))
  const story = storyIn(names, { variant, past })
  if (story.cells.length + story.contradictions.length === 0 && !isIn(names, variant)) return []
  const tally = tallyOf(story)
  const { workflow, job, matrix, step } = record.key
  return [
    {
      workflow,
      job,
      matrix,
      step,
      names: names.map(testNameOf),
      story: story.cells.map(({ commit, run, time, failed, passed }) => ({ commit, run, time, failed, passed })),
      segments: segmentsOf(story.cells).map(explainSegment),
      evidence: { points: tally.evidence, failed: tally.failed, passed: tally.passed, grounds: groundsOf(tally) },
      scores: rankOf(names, story.cells, past.timeline),
      failure: explainFailure(key, { story, question, recorded: readQuarantines(bodies) }),
      quarantine: explainQuarantine(key, { story, question, recorded: readQuarantines(bodies) }),
      durations: durationsOf(names, { variant, past }),
    },
  ]
}

interface Recorded {
  readonly variant: RecordedVariant
  readonly past: VariantPast
}

function storyIn(names: readonly TestKey[], { variant, past }: Recorded): TestStory {
  const { timeline, elsewhere } = past
  const cells = readCells(storyOf(names, timeline).cells, timeline.commits) ?? []
  const records = elsewhere.flatMap((run) => variant.records[run] ?? [])
  const contradictions = contradictionsOf(records, selectRuns(variant.runs, elsewhere))
  return { cells, contradictions: contradictions.filter(({ key }) => names.includes(key)) }
}

function isIn(names: readonly TestKey[], { runs }: RecordedVariant): boolean {
  return runs.usable.some((run) => names.some((name) => runs.has(run, name)))
}

function explainSegment({
  first,
  last,
  begins,
  commits,
  failingCommits,
}: TrendSegment): ExplainedVariant['segments'][number] {
  const momentOf = ({ commit, time }: TrendSegment['first']) => ({ commit, time })
  return {
    first: momentOf(first),
    last: momentOf(last),
    begins: begins === null ? null : { earliest: momentOf(begins.earliest), latest: momentOf(begins.latest) },
    commits,
    failingCommits,
  }
}

function durationsOf(names: readonly TestKey[], { variant: { runs }, past }: Recorded): ExplainedDurations | null {
  const times = past.line.flatMap((run) => names.flatMap((name) => runs.durationUs(run, name) ?? []).slice(0, 1))
  const sorted = [...times].sort((left, right) => left - right)
  const median = sorted[Math.floor((sorted.length - 1) / 2)]
  if (median === undefined) return null
  return { runs: times.length, medianUs: median, slowestUs: sorted.at(-1) ?? median, lastUs: times.at(-1) ?? median }
}
