import { streakChance } from '@testwarden/stats/streak-chance'
import { chanceOfStreak, isBreak, isKnownFlake, type Tally, tallyOf, UNLIKELY } from './evidence.js'
import { type Ground, groundsOf } from './grounds.js'
import type { StoryCell, TestStory } from './story.js'

/** One test that failed in the run that is judged. */
export interface Question {
  readonly story: TestStory
  /** Attempts in this run; at least one failed. Passes are those after a failure: others prove no flake. */
  readonly present: { readonly failed: number; readonly passed: number }
  /** Whether it fails on the commit that the change starts from; null where that is not known. */
  readonly alsoFailsOnBase: boolean | null
  /** Whether so many tests fail in this run that something else must be at work: `isWithheldFailure`. */
  readonly isWithheld: boolean
}

/** The raw counts that a diagnosis rests on; the words are those of docs/flakiness.md. */
export interface DiagnosisCounts {
  /** F: failed attempts that are put down to a flake, before the streak. */
  readonly failed: number
  /** P: attempts that passed. */
  readonly passed: number
  readonly evidence: number
  /** Latest first. */
  readonly grounds: readonly Ground[]
  /** Commits since the last pass, this run included. */
  readonly streakCommits: number
  /** Failed attempts in that streak, this run included; of a proven flake those of this run. */
  readonly streakAttempts: number
  /** The chance that the flake alone makes this streak, from 0 to 1. */
  readonly chance: number
  readonly here: { readonly failed: number; readonly passed: number }
  readonly alsoFailsOnBase: boolean | null
  /** null: at no known commit. */
  readonly lastPassed: StoryCell | null
  /** The last failure before this run. */
  readonly lastFailed: StoryCell | null
  readonly commitsKnown: number
}

/** What a failure is. */
export type Diagnosis = DiagnosisCounts &
  (
    | { readonly kind: 'proven-flake' }
    | { readonly kind: 'known-flake' }
    /** One sign of a flake: never excused. */
    | { readonly kind: 'suspected-flake' }
    | BrokenSince
    | { readonly kind: 'new-failure' }
    | { readonly kind: 'no-history' }
    /** Confirmed once the same tree passes: until then the failure counts as one. */
    | { readonly kind: 'infrastructure'; readonly isConfirmed: boolean }
  )

interface BrokenSince {
  readonly kind: 'broken-since'
  /** null: since this run, or since a commit that is not known. */
  readonly firstFailing: StoryCell | null
  /** The last pass and the first failure are of one tree: what broke is around the code. */
  readonly isTreeUnchanged: boolean
}

/**
 * Judges one failure by its story. The first rule that holds decides:
 * 1. withheld: infrastructure; 2. passed and failed in this run: proven flake; 3. enough evidence and a streak of at most
 * three commits that the flake explains: known flake; 4. enough evidence, three commits, or a base that fails too: broken;
 * 5. one sign and a streak that it explains: suspected flake; 6. nothing known: no history; 7. new failure.
 */
export function diagnose(question: Question): Diagnosis {
  const tally = tallyOf(question.story)
  const counts = countsOf(question, tally)
  const streak = { evidence: counts.evidence, commits: counts.streakCommits, chance: counts.chance }
  if (question.isWithheld) return { ...counts, kind: 'infrastructure', isConfirmed: counts.here.passed > 0 }
  if (counts.here.passed > 0) return { ...counts, kind: 'proven-flake' }
  if (isKnownFlake(streak)) return { ...counts, kind: 'known-flake' }
  if (isBreak(streak) || counts.alsoFailsOnBase === true) return { ...counts, ...brokenSince(tally) }
  if (counts.evidence === 1 && counts.chance >= UNLIKELY) return { ...counts, kind: 'suspected-flake' }
  return { ...counts, kind: counts.commitsKnown === 0 ? 'no-history' : 'new-failure' }
}

function countsOf({ present, alsoFailsOnBase }: Question, tally: Tally): DiagnosisCounts {
  const hasPassed = present.passed > 0
  return {
    failed: tally.failed,
    passed: tally.passed,
    evidence: tally.evidence,
    grounds: groundsOf(tally),
    streakCommits: tally.streak.commits + 1,
    streakAttempts: present.failed + (hasPassed ? 0 : tally.streak.failed),
    chance: hasPassed ? streakChance(tally, present.failed) : chanceOfStreak(tally, present.failed),
    here: present,
    alsoFailsOnBase,
    lastPassed: tally.lastPassed,
    lastFailed: tally.lastFailed,
    commitsKnown: tally.commits,
  }
}

function brokenSince({ streak, lastPassed }: Tally): BrokenSince {
  const firstFailing = streak.cells[0] ?? null
  const tree = firstFailing?.tree ?? null
  return { kind: 'broken-since', firstFailing, isTreeUnchanged: tree !== null && tree === lastPassed?.tree }
}
