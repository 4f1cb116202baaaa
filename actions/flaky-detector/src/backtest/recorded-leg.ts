import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import type { TestKey } from '@testwarden/core/model/test-key'
import type { FailureFacts, TestFact } from '@testwarden/failures/tests/test-facts'
import type { KnownPast, LegFacts, PastContradiction } from '../facts.js'
import { contradictionsOf, storyOf, usualFailures } from '../reading/build-past.js'
import { namesOf, recordedRenames } from '../reading/renamed-tests.js'
import { pastOf, type RecordedVariant, type VariantPast } from './recorded-variant.js'
import { selectRuns } from './remembered-runs.js'

/** A test that none of so many runs had is new: `past-roster`. */
const RECENT_ROSTERS = 10

export interface RecordedLegQuestion {
  /** Index of the record. */
  readonly run: number
  /** Tests whose stories are wanted beside those that failed. */
  readonly watched: ReadonlySet<TestKey>
}

/**
 * A recorded run as it was when it came: what its reports said, as far as judging asks, and what was known before. Of
 * tests that passed only those are listed of which something is known.
 */
export function createLegReader(variant: RecordedVariant): (question: RecordedLegQuestion) => LegFacts {
  const contradictions = createContradictionReader(variant)
  return ({ run, watched }) => {
    const record = variant.records[run]
    if (record === undefined) throw new TypeError(`there is no record ${run}`)
    const past = pastOf(variant, { before: run, testedSha: record.testedSha })
    const failures = variant.runs.failed(run)
    const usual = usualFailures(past.timeline)
    const wanted = new Set([...failures.map(({ key }) => key), ...watched])
    const present = [...new Set([...wanted, ...usual.map(({ key }) => key)])].sort()
    const outcomes = new Map(failures.map(({ key, outcome }) => [key, outcome]))
    const tests = present.flatMap((key): TestFact[] =>
      variant.runs.has(run, key) ? [{ ...NOT_TOLD, key, outcome: outcomes.get(key) ?? 'P' }] : [],
    )
    return {
      variant: canonicalJson(variantKeyOf(record.key)),
      testedSha: record.testedSha,
      tree: record.tree,
      reports: [],
      tests,
      failures: failures.map(failureOf),
      quarantined: [],
      change: { kind: 'none' },
      past: { ...knownPast(past, { keys: present, wanted }), usual, contradictions: contradictions(past.elsewhere) },
      rosters: [],
      backtest: null,
      notes: [],
    }
  }
}

const NOT_TOLD = { durationUs: null, file: null, line: null, tags: [], reran: 0 } as const

function failureOf({ key, fingerprint }: { readonly key: TestKey; readonly fingerprint: string | null }): FailureFacts {
  return {
    key,
    written: { suite: [], className: null, name: key, file: null },
    format: '',
    failures: [],
    fingerprint: fingerprint ?? '',
    place: null,
    passes: [],
    owners: [],
  }
}

interface Asked {
  readonly keys: readonly TestKey[]
  readonly wanted: ReadonlySet<TestKey>
}

function knownPast(
  { timeline, baseSha }: VariantPast,
  { keys, wanted }: Asked,
): Omit<KnownPast, 'usual' | 'contradictions'> {
  const { line, runs, usable, commits } = timeline
  const formerNames = new Map(recordedRenames(line.map(({ body }) => body)).map(({ from, to }) => [to, from]))
  const recent = usable.slice(-RECENT_ROSTERS)
  const last = commits.at(-1)
  return {
    kind: 'known',
    commits,
    stories: [...wanted].sort().map((key) => storyOf(namesOf(key, formerNames), timeline)),
    storiesLeftOut: 0,
    roster: {
      sha: last?.sha ?? '',
      tests: 0,
      missing: [],
      missingCount: 0,
      added: keys.filter((key) => !recent.some((run) => runs.has(run, key))),
    },
    renamed: [],
    quarantines: [],
    isOfBase: baseSha !== null && last?.sha === baseSha,
  }
}

/** Outside the line records only ever come, so those of one tree are compared again when there are more of them. */
function createContradictionReader({
  records,
  runs,
}: RecordedVariant): (elsewhere: readonly number[]) => readonly PastContradiction[] {
  const known = new Map<string, { readonly size: number; readonly found: readonly PastContradiction[] }>()
  const compare = (tree: string, indexes: readonly number[]): readonly PastContradiction[] => {
    const before = known.get(tree)
    if (before?.size === indexes.length) return before.found
    const own = indexes.flatMap((index) => records[index] ?? [])
    const found = contradictionsOf(own, selectRuns(runs, indexes))
    known.set(tree, { size: indexes.length, found })
    return found
  }
  return (elsewhere) => {
    const byTree = new Map<string, number[]>()
    for (const index of elsewhere) {
      const tree = records[index]?.tree ?? null
      if (tree === null) continue
      const same = byTree.get(tree)
      if (same === undefined) byTree.set(tree, [index])
      else same.push(index)
    }
    const found = [...byTree].flatMap(([tree, indexes]) => compare(tree, indexes))
    return found.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
  }
}
