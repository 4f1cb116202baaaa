import { ReportError } from '@testwarden/core/model/errors'
import type { Observation } from '@testwarden/core/model/evidence'
import { type TestKey, testNameOf } from '@testwarden/core/model/test-key'
import type { TestAttempt } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import { selectorOf } from '../selectors/registry.js'
import type { SelectedTest, TestSelector } from '../selectors/selector.js'
import { matchTests } from './match-tests.js'
import { type ReportedRerun, type RerunTest, readReportedRerun } from './reported-rerun.js'

/** A test that failed in the run itself. */
export interface FailedTest {
  readonly key: TestKey
  /** As its report names it. */
  readonly test: SelectedTest
  /**
   * How many more attempts than its report has may fail until nothing is learned any more; 0: it need not run again.
   * Of the report alone: attempts of reruns are counted here.
   */
  readonly mayFail: number
}

/** What reruns of one leg are read for. */
export interface RerunQuestion {
  /** Variant of the leg, so that those of a folded run are not mixed up. */
  readonly leg: string
  /** Every failed test of the leg, in a fixed order. */
  readonly failed: readonly FailedTest[]
  readonly observations: readonly Observation[]
}

/** What all reruns of one leg together say. */
export interface RerunOutcome {
  readonly rounds: number
  /** Milliseconds that their commands took together. */
  readonly durationMs: number
  /** In the order in which they ran: passed, failed or errored. Only tests that were reported again. */
  readonly attempts: ReadonlyMap<TestKey, readonly TestAttempt[]>
  /** Tests that are worth another round: without a pass, not sure yet, and reported by every round so far. */
  readonly open: readonly FailedTest[]
  /** Whether more rounds make sense at all. */
  readonly isBroken: boolean
  /** What a reader must know: rounds that could not start, tests that nobody reported. */
  readonly notes: readonly string[]
}

const NAMED_MAX = 5

export function readRerun(question: RerunQuestion): RerunOutcome {
  const { failed } = question
  const rounds = roundsOf(question)
  const attempts = new Map<TestKey, readonly TestAttempt[]>()
  let open = failed.filter(({ mayFail }) => mayFail > 0)
  const lost: FailedTest[] = []
  for (const { selector, reported } of rounds) {
    if (selector === null || reported === null) continue
    const seen = new Set<TestKey>()
    // A test that ran beside those that were asked for is told by its attempts all the same.
    for (const { key, test } of failed) {
      const again = worstOf(matchTests(test, reported.tests, selector))
      if (again.length === 0) continue
      seen.add(key)
      attempts.set(key, [...(attempts.get(key) ?? []), ...again])
    }
    lost.push(...open.filter(({ key }) => !seen.has(key)))
    open = open.filter((each) => seen.has(each.key) && isOpen(each, attempts.get(each.key) ?? []))
  }
  return {
    rounds: rounds.length,
    durationMs: rounds.reduce((sum, round) => sum + round.durationMs, 0),
    attempts,
    open,
    isBroken: rounds.some(({ reported }) => reported === null || reported.tests.length === 0),
    notes: [...inexactNotes(rounds, failed), ...rounds.flatMap(({ notes }) => notes), ...lostNote(lost)],
  }
}

/** Of the first round, which had all tests. */
function inexactNotes([first]: readonly Round[], failed: readonly FailedTest[]): readonly string[] {
  const tests = failed.filter(({ mayFail }) => mayFail > 0).map(({ test }) => test)
  return first?.selector?.select(tests).inexact.slice(0, NAMED_MAX) ?? []
}

function isOpen({ mayFail }: FailedTest, attempts: readonly TestAttempt[]): boolean {
  const failures = attempts.filter(({ status }) => isFailing(status)).length
  return failures === attempts.length && failures < mayFail
}

/** Several cases of one name cannot be told apart, so the one that did worst counts. */
function worstOf(cases: readonly RerunTest[]): readonly TestAttempt[] {
  const failing = cases.find(({ attempts }) => attempts.every(({ status }) => isFailing(status)))
  return (failing ?? cases[0])?.attempts ?? []
}

interface Round {
  readonly number: number
  readonly selector: TestSelector | null
  /** null: it could not start, or what it reported cannot be read. */
  readonly reported: ReportedRerun | null
  readonly durationMs: number
  readonly notes: readonly string[]
}

/** Observations of a folded run stand in any order. */
function roundsOf({ leg, observations }: RerunQuestion): readonly Round[] {
  const rounds = observations.flatMap((observation) => {
    const id = parseRoundId(observation.requestId)
    return id === null || id.leg !== leg ? [] : [roundOf(id, observation)]
  })
  return rounds.sort((left, right) => left.number - right.number)
}

function roundOf({ runner, number }: RoundId, { result }: Observation): Round {
  const bare = { number, selector: selectorOf(runner), reported: null, durationMs: 0 }
  if (result.kind === 'failed') return { ...bare, notes: [`Rerun ${number} could not start: ${result.message}`] }
  if (result.kind !== 'command') return { ...bare, notes: [] }
  const { durationMs, exitCode, isTimedOut = false } = result
  const late = isTimedOut ? [`Rerun ${number} was ended when its time was over.`] : []
  const read = tryRead(result.reported)
  if (!read.ok) return { ...bare, durationMs, notes: [...late, `Rerun ${number}: ${read.message}`] }
  const { tests, problems, leftOut } = read.reported
  const exit = exitCode === null ? 'no exit code' : `exit code ${exitCode}`
  const silent =
    tests.length > 0 || isTimedOut ? [] : [`Rerun ${number} reported no test (${exit}): its output is in the log.`]
  const many = leftOut === 0 ? [] : [`Rerun ${number} ran ${leftOut} more tests than are kept.`]
  const faults = problems.map((problem) => `Rerun ${number}: ${problem}`)
  return { ...bare, reported: read.reported, durationMs, notes: [...late, ...silent, ...many, ...faults] }
}

type ReadResult =
  | { readonly ok: true; readonly reported: ReportedRerun }
  | { readonly ok: false; readonly message: string }

function tryRead(value: unknown): ReadResult {
  try {
    return { ok: true, reported: readReportedRerun(value) }
  } catch (error) {
    if (!(error instanceof ReportError)) throw error
    return { ok: false, message: `what it reported ${error.message}` }
  }
}

function lostNote(lost: readonly FailedTest[]): readonly string[] {
  if (lost.length === 0) return []
  const names = lost.slice(0, NAMED_MAX).map(({ key }) => testNameOf(key))
  const more = lost.length - names.length
  return [
    `Reruns did not report ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}, so nothing is known of them.`,
  ]
}

interface RoundId {
  readonly runner: string
  readonly number: number
  readonly leg: string
}

export function roundId({ runner, number, leg }: RoundId): string {
  return `rerun/${runner}/${number}/${leg}`
}

function parseRoundId(requestId: string): RoundId | null {
  const [, runner, number, leg] = /^rerun\/([a-z-]+)\/(\d{1,3})\/([\s\S]*)$/.exec(requestId) ?? []
  return runner === undefined || number === undefined || leg === undefined
    ? null
    : { runner, number: Number(number), leg }
}
