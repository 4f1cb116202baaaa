import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { TestKey } from '@testwarden/core/model/test-key'
import { isMeant, type Quarantine, standingOf } from '@testwarden/core/quarantine/quarantine'
import { categoryOwners } from '@testwarden/failures/tests/category-members'
import { attemptsOf } from '@testwarden/failures/tests/outcome-text'
import type { FailureFacts, TestFact } from '@testwarden/failures/tests/test-facts'
import type { flakyConfig } from '../config.js'
import { type Diagnosis, diagnose } from '../diagnosis/diagnose.js'
import { type Excuse, judgeExcuse } from '../diagnosis/excuse.js'
import {
  isWithheldFailure,
  judgeMassFailure,
  leftOut,
  type MassFailure,
  type TestInRun,
  type WithheldRun,
} from '../diagnosis/mass-failure.js'
import { isContradiction } from '../diagnosis/story.js'
import type { FlakyFacts, LegFacts } from '../facts.js'
import { quarantinesOf } from './quarantines.js'
import { leftOutOf, storiesOf } from './stories.js'

/**
 * What a failing test means for this run:
 * - `retried`: it passed in the end by its runner's own retries;
 * - `excused`: a flake under a valid quarantine;
 * - `inherited`: it fails on what is compared with as well, so it is not this change's;
 * - `failing`: everything else.
 */
export type FailureStanding = 'retried' | 'excused' | 'inherited' | 'failing'

/** One failing test in one leg. */
export interface JudgedFailure {
  readonly key: TestKey
  readonly leg: LegFacts
  readonly test: TestFact
  readonly facts: FailureFacts
  readonly diagnosis: Diagnosis
  readonly excuse: Excuse
  readonly standing: FailureStanding
  /** The entry that means the test; the valid one where there are several. */
  readonly quarantine: Quarantine | null
  /** By CODEOWNERS, else by the kind of the test. */
  readonly owners: readonly string[]
  /** Whether the change touches the test's file, or a line that its trace passes. */
  readonly isTouched: boolean
}

/** One failing test over all legs. */
export interface JudgedTest extends JudgedFailure {
  /** In how many of the legs that have it it failed so. */
  readonly legs: readonly JudgedFailure[]
}

export interface JudgedRun {
  /** The worst first, each test once. */
  readonly tests: readonly JudgedTest[]
  readonly mass: readonly JudgedMass[]
}

export interface JudgedMass extends MassFailure {
  readonly leg: LegFacts
}

const WORST_FIRST: readonly FailureStanding[] = ['failing', 'inherited', 'excused', 'retried']

/** Judges each failing test in each leg; a test takes its worst leg. */
export function judgeTests({ facts, run }: Evidence<FlakyFacts>, config: GateConfig<typeof flakyConfig>): JudgedRun {
  const mass = facts.legs.map((leg) => ({ leg, ...judgeMassFailure(testsInRun(leg)) }))
  const judged = mass.flatMap(({ leg, isWithheld }) => judgeLeg(leg, { config, isWithheld, now: run.now }))
  const byKey = new Map<TestKey, JudgedFailure[]>()
  for (const failure of judged) byKey.set(failure.key, [...(byKey.get(failure.key) ?? []), failure])
  const tests = [...byKey.values()].flatMap((legs) => {
    const [worst] = [...legs].sort(byHarm)
    return worst === undefined ? [] : [{ ...worst, legs }]
  })
  return { tests: tests.sort((left, right) => byHarm(left, right) || (left.key < right.key ? -1 : 1)), mass }
}

function byHarm(left: JudgedFailure, right: JudgedFailure): number {
  return WORST_FIRST.indexOf(left.standing) - WORST_FIRST.indexOf(right.standing)
}

function* testsInRun({ tests, past }: LegFacts): Iterable<TestInRun> {
  if (past.kind !== 'known') return
  const usual = new Map(past.usual.map((each) => [each.key, each]))
  const added = new Set(past.roster?.added ?? [])
  for (const { key, outcome } of tests) {
    const known = usual.get(key) ?? { runs: added.has(key) ? 0 : 1, failedRuns: 0, failedLast: false }
    yield { hasFailed: attemptsOf(outcome).failed > 0, ...known }
  }
}

interface LegQuestion {
  readonly config: GateConfig<typeof flakyConfig>
  readonly isWithheld: boolean
  readonly now: string
}

function judgeLeg(leg: LegFacts, { config, isWithheld, now }: LegQuestion): readonly JudgedFailure[] {
  const tests = new Map(leg.tests.map((test) => [test.key, test]))
  const diagnoseTest = diagnosisIn(leg, isWithheld)
  const quarantines = quarantinesOf(leg, config.own)
  const changed = leg.change.kind === 'known' ? new Set(leg.change.paths) : NO_PATHS
  return leg.failures.flatMap((facts) => {
    const test = tests.get(facts.key)
    if (test === undefined) return []
    const diagnosis = diagnoseTest(test)
    const quarantine = chooseQuarantine(quarantines, facts.key, now)
    const isTouched = touches(changed, test, facts)
    const standing = quarantine === null ? 'none' : standingOf(quarantine, now) === 'valid' ? 'valid' : 'expired'
    const excuse = judgeExcuse({ diagnosis, quarantine: standing, isTouched })
    const owners = facts.owners.length > 0 ? facts.owners : categoryOwners(test, config.file.categories.value)
    const judged = { key: facts.key, leg, test, facts, diagnosis, excuse, quarantine, owners, isTouched }
    return [{ ...judged, standing: standingOfFailure(judged, config) }]
  })
}

const NO_PATHS: ReadonlySet<string> = new Set()

function diagnosisIn(leg: LegFacts, isWithheld: boolean): (test: TestFact) => Diagnosis {
  const runs = runsOf(leg, isWithheld)
  const isReleased = isWithheld && leftOut(runs).at(-1) !== true
  const stories =
    leg.past.kind === 'known' && isReleased ? storiesOf(leg, leftOutOf(leg.past, 'last-released')) : storiesOf(leg)
  return ({ key, outcome }) => {
    const present = presentOf(outcome)
    return diagnose({
      story: stories.storyOf(key),
      present,
      alsoFailsOnBase: stories.failsOnBase(key),
      isWithheld: isWithheldFailure(runs, present),
    })
  }
}

/** Runs of the default branch, oldest first, and the one that is judged. */
function runsOf({ past, testedSha }: LegFacts, isWithheld: boolean): readonly WithheldRun[] {
  const before = past.kind === 'known' ? past.commits : []
  return [...before.map((commit) => ({ ...commit, commit: commit.sha })), { commit: testedSha ?? '', isWithheld }]
}

/** Attempts of which none passed after a failure contradict nothing: what passed first does not count for the test. */
function presentOf(outcome: string): { readonly failed: number; readonly passed: number } {
  const counts = attemptsOf(outcome)
  const order = [...outcome].filter((letter) => letter !== 'S').map((letter) => (letter === 'P' ? 'passed' : 'failed'))
  return counts.failed > 0 && !isContradiction(order) ? { ...counts, passed: 0 } : counts
}

function chooseQuarantine(all: readonly Quarantine[], key: TestKey, now: string): Quarantine | null {
  const own = all.filter((entry) => isMeant(entry, key))
  return own.find((entry) => standingOf(entry, now) === 'valid') ?? own.at(-1) ?? null
}

function standingOfFailure(
  { test, diagnosis, excuse, leg }: Omit<JudgedFailure, 'standing'>,
  config: GateConfig<typeof flakyConfig>,
): FailureStanding {
  if (excuse.kind === 'excused') return 'excused'
  if (hasPassedByItself(test)) return config.own.retried.value === 'fail' ? 'failing' : 'retried'
  const isInherited = diagnosis.kind === 'broken-since' && diagnosis.alsoFailsOnBase === true
  return isInherited && leg.change.kind === 'known' ? 'inherited' : 'failing'
}

/** A rerun of ours tells what a test is; it does not make it pass. Nor does a pass that a failure follows. */
function hasPassedByItself({ outcome, reran }: TestFact): boolean {
  const attempts = [...outcome.slice(0, outcome.length - reran)].filter((letter) => letter !== 'S')
  return attempts.at(-1) === 'P'
}

/** The test's own file counts whole; of what its trace passes only files that changed. */
function touches(changed: ReadonlySet<string>, { file }: TestFact, { passes }: FailureFacts): boolean {
  return (file !== null && changed.has(file)) || passes.some(({ path }) => changed.has(path))
}
