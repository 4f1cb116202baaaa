import type { Category } from '@testwarden/failures/categories/category'
import { clustersOf } from '../judging/clusters.js'
import type { JudgedFailure, JudgedTest } from '../judging/judge-tests.js'
import type { Subject } from '../subject.js'

/** A cause of failures that deserves an issue. */
export interface IssueCause {
  readonly standing: 'flaky' | 'broken'
  /** The test to show. */
  readonly representative: JudgedTest
  readonly tests: readonly JudgedTest[]
  readonly fingerprints: readonly string[]
  readonly category: Category | null
}

/** A flake was one before this run already: a single slip is no news. */
const EVIDENCE_NEEDED = 2

/** So many tests that broke at one commit are one break, however differently they fail. */
const MASS_BREAK_TESTS = 10

/**
 * Causes of known flakes, and of tests that are broken since a commit; breaks first, then the largest. A run that is
 * withheld as a mass failure has none, and one that goes on has one.
 */
export function causesOf({ judged, config }: Subject): readonly IssueCause[] {
  const clusters = clustersOf(judged.tests.flatMap(deserving), config.own)
  const causes = clusters.map((cluster): IssueCause => {
    const standing = cluster.tests.some(isBroken) ? 'broken' : 'flaky'
    return { ...cluster, standing }
  })
  const broken = causes.filter(({ standing }) => standing === 'broken')
  return [...joinBreaks(broken), ...causes.filter(({ standing }) => standing === 'flaky')]
}

/** Told by the leg in which it is broken, else by the one in which it is flaky. */
function deserving({ legs }: JudgedTest): readonly JudgedTest[] {
  const worst = legs.find(isBroken) ?? legs.find(isKnown)
  return worst === undefined ? [] : [{ ...worst, legs: legs.filter((leg) => isBroken(leg) || isKnown(leg)) }]
}

function isBroken({ diagnosis }: JudgedFailure): boolean {
  return diagnosis.kind === 'broken-since'
}

function isKnown({ diagnosis }: JudgedFailure): boolean {
  const isFlake = diagnosis.kind === 'known-flake' || diagnosis.kind === 'proven-flake'
  return isFlake && diagnosis.evidence >= EVIDENCE_NEEDED
}

function joinBreaks(broken: readonly IssueCause[]): readonly IssueCause[] {
  const byCommit = new Map<string, IssueCause[]>()
  for (const cause of broken) {
    const commit = brokenAt(cause.representative) ?? ''
    byCommit.set(commit, [...(byCommit.get(commit) ?? []), cause])
  }
  return [...byCommit].flatMap(([commit, causes]) => {
    const count = causes.reduce((sum, { tests }) => sum + tests.length, 0)
    return commit !== '' && count >= MASS_BREAK_TESTS ? joinCauses(causes) : causes
  })
}

/** The commit at which a test began to fail; null where that is not known. */
export function brokenAt({ diagnosis }: Pick<JudgedFailure, 'diagnosis'>): string | null {
  return diagnosis.kind === 'broken-since' ? (diagnosis.firstFailing?.commit ?? null) : null
}

/** Told as the first of them. */
export function joinCauses(causes: readonly IssueCause[]): readonly IssueCause[] {
  const [first] = causes
  if (first === undefined || causes.length === 1) return causes
  const standing = causes.some((cause) => cause.standing === 'broken') ? 'broken' : 'flaky'
  const tests = [...new Set(causes.flatMap((cause) => cause.tests))]
  const fingerprints = [...new Set(causes.flatMap((cause) => cause.fingerprints))]
  return [{ ...first, standing, tests, fingerprints }]
}
