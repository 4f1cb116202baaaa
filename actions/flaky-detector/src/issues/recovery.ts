import type { KnownIssue } from '@testwarden/core/model/issue'
import { attemptsOf } from '@testwarden/failures/tests/outcome-text'
import { tallyOf } from '../diagnosis/evidence.js'
import { flakeRate, judgeQuarantine, type QuarantineState } from '../diagnosis/quarantine-rule.js'
import type { StoryCell, TestStory } from '../diagnosis/story.js'
import type { FoundTest, TestFinder } from './test-marks.js'

/** All tests of an issue have passed long enough. */
export interface Recovery {
  /** Of the test that passed the fewest times. */
  readonly greenAttempts: number
  /** The last failure of any; null where it lies further back than anything known. */
  readonly lastFailed: StoryCell | null
  /** Where that test passed first after it; null where {@link lastFailed} is. */
  readonly firstPassed: StoryCell | null
}

export interface RecoveryQuestion {
  readonly finder: TestFinder
  /** Setting `close-after`. */
  readonly closeAfter: number | null
  /** ISO 8601. */
  readonly now: string
  /** GITHUB_RUN_ID */
  readonly run: string
}

/** A test that was broken, and no flake, is mended when it passes again; a few passes guard against luck. */
const GREEN_AFTER_BREAK = 3

/** From here on a test is known as a flake. */
const FLAKE_EVIDENCE = 2

/** Passes count from the last failure on, whenever that was. */
const EVER = '1970-01-01T00:00:00Z'

/**
 * null: not yet, or nobody can tell. A test of a leg that is no part of this run may still fail there, one that was
 * skipped or did not report tells nothing. A test that is gone keeps no issue open, as long as another one of it is there.
 */
export function recoveryOf({ marker }: KnownIssue, question: RecoveryQuestion): Recovery | null {
  const green: Recovery[] = []
  for (const mark of marker.about) {
    const found = question.finder.find(mark)
    if (found === null || isMissing(found)) return null
    if (found.test === null) continue
    const state = recoveryOfTest(found, question)
    if (state === null) return null
    green.push(state)
  }
  const last = green.reduce<Recovery | null>((latest, each) => (isLater(each, latest) ? each : latest), null)
  return last === null ? null : { ...last, greenAttempts: Math.min(...green.map(({ greenAttempts }) => greenAttempts)) }
}

/** The last whole run had it, so it may be broken and not even start. */
function isMissing({ leg, key, test }: FoundTest): boolean {
  if (test !== null || leg.past.kind !== 'known') return false
  const { roster } = leg.past
  return roster === null || roster.missing.includes(key) || roster.missingCount > roster.missing.length
}

function isLater({ lastFailed }: Recovery, than: Recovery | null): boolean {
  return than === null || (lastFailed?.time ?? '') > (than.lastFailed?.time ?? '')
}

function recoveryOfTest({ leg, key, test, stories }: FoundTest, question: RecoveryQuestion): Recovery | null {
  const here = attemptsOf(test?.outcome ?? '')
  if (leg.past.kind !== 'known' || here.failed > 0 || here.passed === 0) return null
  const before = stories.storyOf(key)
  const cell = { commit: leg.testedSha ?? '', tree: leg.tree, time: question.now, run: question.run, ...here }
  const story = { ...before, cells: [...before.cells, cell] }
  // There are no stories of tests that have not failed as far back as anybody knows: each known commit is a pass.
  const isForgotten = before.cells.length === 0 && leg.past.storiesLeftOut === 0
  const state = stateOf(story)
  const greenAttempts = isForgotten ? leg.past.commits.length + here.passed : state.greenAttempts
  const isMended = state.isFlake ? state.kind !== 'stay' : greenAttempts >= GREEN_AFTER_BREAK
  const isEnough = question.closeAfter === null ? isMended : greenAttempts >= question.closeAfter
  return isEnough ? { greenAttempts, ...turningPointOf(story) } : null
}

/**
 * By the rate that the test had when it failed last, one pass behind that: the many that are to prove it mended would
 * lower the rate, and so never be enough.
 */
function stateOf(story: TestStory): QuarantineState & { readonly isFlake: boolean } {
  const until = lastFailureIn(story) + 1
  const ended = story.cells.slice(until, until + 1).map((cell) => ({ ...cell, passed: 1 }))
  const tally = tallyOf({ ...story, cells: [...story.cells.slice(0, until), ...ended] })
  const state = judgeQuarantine({ story, since: EVER, rateAtEntry: flakeRate(tally) })
  return { ...state, isFlake: tally.evidence >= FLAKE_EVIDENCE }
}

function turningPointOf(story: TestStory): Pick<Recovery, 'lastFailed' | 'firstPassed'> {
  const at = lastFailureIn(story)
  if (at < 0) return { lastFailed: null, firstPassed: null }
  return { lastFailed: story.cells[at] ?? null, firstPassed: story.cells[at + 1] ?? null }
}

/** Index of the cell; -1: none. */
function lastFailureIn({ cells }: TestStory): number {
  return cells.findLastIndex(({ failed }) => failed > 0)
}
