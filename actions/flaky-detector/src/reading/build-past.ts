import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { OrderedRecords } from '@testwarden/history/line/order-records'
import { openTestRuns, type TestRuns } from '@testwarden/history/tests/decode-runs'
import { RECENT_RUNS } from '../diagnosis/mass-failure.js'
import { isContradiction } from '../diagnosis/story.js'
import type { FileRename, KnownPast, PastContradiction, PastStory, UsualFailures } from '../facts.js'
import { comparePast, rosterOf } from './past-roster.js'
import { readQuarantines } from './recorded-quarantines.js'
import { namesOf, recordedRenames, renamedTests } from './renamed-tests.js'
import { type CellCounts, writeCells } from './story-text.js'
import { commitsOf, type Timeline } from './timeline.js'

/** More stories than these make evidence too long to hand over. */
const STORIES_MAX = 2000
/** Older commits would say what a test was, not what it is. */
const COMMITS_MAX = 1000
/** The newest: a project of many pull requests has more than anybody weighs. */
const CONTRADICTIONS_MAX = 5000

export interface PastQuestion {
  readonly records: OrderedRecords
  /** Tests of this run, ascending. */
  readonly keys: readonly string[]
  /** Those of which a story is wanted in any case. */
  readonly wanted: ReadonlySet<string>
  /** What is compared with; null: the newest commit. */
  readonly baseSha: string | null
  /** Of the files between the last record and this run. */
  readonly renames: readonly FileRename[]
}

export interface BuiltPast {
  readonly past: KnownPast
  /** What could not be used, for people. */
  readonly problems: readonly string[]
  /** Bodies of the line, oldest first, for whoever writes the next one. */
  readonly bodies: readonly unknown[]
}

/** Everything that later decisions need of the records of one variant. */
export function buildPast({ records, keys, wanted, baseSha, renames }: PastQuestion): BuiltPast {
  const { line, elsewhere } = records
  const bodies = line.map(({ body }) => body)
  // Rosters of pull requests rest on those of the default branch. The last are opened first: whatever others wrote, it
  // never takes away the room of the default branch.
  const all = [...elsewhere, ...line]
  const runs = openTestRuns(all.map(({ body }) => body))
  const usable = runs.usable.filter((run) => run >= elsewhere.length)
  const commits = commitsOf(all, usable, runs).slice(-COMMITS_MAX)
  const timeline = { line: all, runs, usable, commits }
  const compared = comparePast(keys, timeline)
  const renamed = compared === null ? [] : renamedTests(compared.missing, compared.added, renames)
  const formerNames = new Map([...recordedRenames(bodies), ...renamed].map(({ from, to }) => [to, from]))
  const chosen = chooseStories(timeline, wanted)
  return {
    past: {
      kind: 'known',
      commits: commits.map(({ runs: _, ...commit }) => commit),
      stories: chosen.keys.map((key) => storyOf(namesOf(key, formerNames), timeline)),
      storiesLeftOut: chosen.leftOut,
      contradictions: contradictionsOf(elsewhere, runs).slice(-CONTRADICTIONS_MAX),
      usual: usualFailures(timeline),
      roster: compared === null ? null : rosterOf(compared, renamed),
      renamed,
      quarantines: readQuarantines(bodies),
      isOfBase: baseSha !== null && commits.at(-1)?.sha === baseSha,
    },
    problems: runs.problems,
    bodies,
  }
}

/** Every test that failed, the most often failing first where there are too many; ascending by key. */
function chooseStories(
  { runs, commits }: Timeline,
  wanted: ReadonlySet<string>,
): { readonly keys: readonly string[]; readonly leftOut: number } {
  const failures = new Map<string, number>()
  for (const commit of commits.filter(({ isLeftOut }) => !isLeftOut))
    for (const run of commit.runs)
      for (const { key } of runs.failed(run)) failures.set(key, (failures.get(key) ?? 0) + 1)
  const others = [...failures].filter(([key]) => !wanted.has(key)).sort(([, left], [, right]) => right - left)
  const room = Math.max(0, STORIES_MAX - wanted.size)
  const keys = [...wanted, ...others.slice(0, room).map(([key]) => key)].sort()
  return { keys, leftOut: Math.max(0, others.length - room) }
}

/** @param names of the test, the present one first: a run has it under one of them */
export function storyOf(names: readonly string[], { runs, commits }: Timeline): PastStory {
  const outcomesIn = (run: number): string => outcomesOf(run, names.find((name) => runs.has(run, name)) ?? '', runs)
  const cells: CellCounts[] = []
  // Those that are left out as well: the run that is judged may release them.
  for (const [commit, { runs: own }] of commits.entries()) cells.push(...cellsAt(commit, own.map(outcomesIn).join('')))
  return { key: names[0] ?? '', cells: writeCells(cells) }
}

/** `P` and `F` of one run; a skipped or missing test leaves nothing. */
function outcomesOf(run: number, key: string, runs: TestRuns): string {
  const cell = runs.cellOf(run, key)
  if (cell === null) return ''
  // Attempts of one run end with their pass, if there is one.
  return 'F'.repeat(cell.failed) + 'P'.repeat(cell.passed)
}

/** A commit that passed and then failed for good met a change around it: two cells, so that nobody calls it a flake. */
function cellsAt(commit: number, outcomes: string): readonly CellCounts[] {
  const failed = outcomes.split('F').length - 1
  const passed = outcomes.length - failed
  if (failed + passed === 0) return []
  if (failed === 0 || passed === 0 || isContradictory(outcomes)) return [{ commit, failed, passed }]
  return [
    { commit, failed: 0, passed },
    { commit, failed, passed: 0 },
  ]
}

function isContradictory(outcomes: string): boolean {
  return isContradiction([...outcomes].map((letter) => (letter === 'F' ? 'failed' : 'passed')))
}

/**
 * Both outcomes on one tree outside the line. Only tests that failed somewhere are looked at.
 * @param runs begin with those of the records
 */
export function contradictionsOf(elsewhere: readonly HistoryRecord[], runs: TestRuns): readonly PastContradiction[] {
  const byTree = new Map<string, number[]>()
  for (const [index, { tree }] of elsewhere.entries()) {
    if (tree === null || runs.withheld(index) !== null) continue
    byTree.set(tree, [...(byTree.get(tree) ?? []), index])
  }
  return [...byTree].flatMap(([tree, indexes]) => {
    const keys = new Set(indexes.flatMap((index) => failedKeys(index, runs)))
    return [...keys].sort().flatMap((key) => {
      const outcomes = indexes.map((index) => outcomesOf(index, key, runs)).join('')
      const newest = elsewhere[indexes.at(-1) ?? 0]
      if (!isContradictory(outcomes) || newest === undefined) return []
      const failed = outcomes.split('F').length - 1
      const { time, pullRequest = null } = newest
      return [{ key, tree, failed, passed: outcomes.length - failed, time, pullRequest }]
    })
  })
}

function failedKeys(run: number, runs: TestRuns): string[] {
  return runs.failed(run).map(({ key }) => key)
}

export function usualFailures({ runs, commits }: Timeline): readonly UsualFailures[] {
  const recent = commits
    .filter(({ isLeftOut }) => !isLeftOut)
    .flatMap((commit) => commit.runs)
    .slice(-RECENT_RUNS)
  const failed = new Map<string, number>()
  for (const run of recent) for (const key of failedKeys(run, runs)) failed.set(key, (failed.get(key) ?? 0) + 1)
  const last = recent.at(-1)
  const failedLast = new Set(
    last === undefined ? [] : runs.failed(last).flatMap(({ key, passed }) => (passed === 0 ? [key] : [])),
  )
  return [...failed.keys()].sort().map((key) => ({
    key,
    runs: recent.filter((run) => runs.has(run, key)).length,
    failedRuns: failed.get(key) ?? 0,
    failedLast: failedLast.has(key),
  }))
}
