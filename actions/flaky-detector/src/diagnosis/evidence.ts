import { type AttemptCounts, streakChance } from '@testwarden/stats/streak-chance'
import { type Contradiction, commitsOf, type Spell, type StoryCell, spellOf, type TestStory } from './story.js'

/** Below this chance a streak of failures is no longer put down to a flake. */
export const UNLIKELY = 0.01

/** From so much on a test is known to be flaky. */
const ENOUGH_EVIDENCE = 2

/** Failing at so many commits in a row is a break, unless a known flake explains it. */
const BROKEN_COMMITS = 3

/** Failing at more commits in a row is no flake, whatever its rate: docs/decisions/0010-flakiness.md has the numbers. */
const LONGEST_FLAKE_COMMITS = 3

/** Failures that end by themselves after so many commits are a flake's; real breaks seldom do. */
const SHORT_SPELL_COMMITS = 2

const EVIDENCE_OF_BOTH_OUTCOMES = 2

/** What a story proves, before anything is said of the run that is judged. */
export interface Tally {
  /** Failed attempts that are put down to the flake: those of {@link mixed}, of {@link spells}, at most one from elsewhere. */
  readonly failed: number
  /** Attempts that passed before the streak. */
  readonly passed: number
  /** 2 for each of {@link mixed} and {@link elsewhere}, 1 for each of {@link spells}. */
  readonly evidence: number
  /** Commits with both outcomes. */
  readonly mixed: readonly StoryCell[]
  readonly elsewhere: readonly Contradiction[]
  /** Closed spells of failures that a flake explains. The others were broken, then fixed: they count for nothing. */
  readonly spells: readonly Spell[]
  /** Failures since the last pass. */
  readonly streak: Spell
  /** Commits at which an outcome is known. */
  readonly commits: number
  readonly lastPassed: StoryCell | null
  readonly lastFailed: StoryCell | null
}

/** In time that grows with the story's length, but for the sorting of its spells. */
export function tallyOf(story: TestStory): Tally {
  const cells = withContradictions(story)
  const { closed, streak } = spellsOf(cells)
  const passing = cells.filter(({ passed }) => passed > 0)
  const elsewhere = contradictionsElsewhere(story)
  const certain = attemptsOf(passing, elsewhere)
  const spells = spellsOfFlake(closed, certain)
  const mixed = passing.filter(({ failed }) => failed > 0)
  return {
    failed: certain.failed + failuresOf(spells),
    passed: certain.passed,
    evidence: EVIDENCE_OF_BOTH_OUTCOMES * (mixed.length + elsewhere.length) + spells.length,
    mixed,
    elsewhere,
    spells,
    streak,
    commits: commitsOf(cells),
    lastPassed: passing.at(-1) ?? null,
    lastFailed: cells.findLast(({ failed }) => failed > 0) ?? null,
  }
}

/** The chance that the flake alone makes the streak of the story and `more` failed attempts after it. */
export function chanceOfStreak(tally: Tally, more: number): number {
  return streakChance(tally, tally.streak.failed + more)
}

/** What the rules ask of a streak of failures. */
export interface Streak {
  readonly evidence: number
  readonly commits: number
  /** That the flake alone makes it. */
  readonly chance: number
}

/** Known to be flaky, and the streak is one that the flake explains. */
export function isKnownFlake({ evidence, commits, chance }: Streak): boolean {
  return evidence >= ENOUGH_EVIDENCE && commits <= LONGEST_FLAKE_COMMITS && chance >= UNLIKELY
}

/** Of a streak that is no known flake. */
export function isBreak({ evidence, commits }: Streak): boolean {
  return evidence >= ENOUGH_EVIDENCE || commits >= BROKEN_COMMITS
}

/** Whether the test fails at the end of its story for another reason than the flake. */
export function isBroken(tally: Tally): boolean {
  const { commits } = tally.streak
  const streak = { evidence: tally.evidence, commits, chance: chanceOfStreak(tally, 0) }
  return commits > 0 && !isKnownFlake(streak) && isBreak(streak)
}

/** A commit whose tree showed both outcomes anywhere showed both. Cells without an attempt say nothing. */
function withContradictions({ cells, contradictions }: TestStory): readonly StoryCell[] {
  const attempted = cells.filter(({ failed, passed }) => failed + passed > 0)
  if (contradictions.length === 0) return attempted
  const byTree = new Map(contradictions.map((contradiction) => [contradiction.tree, contradiction]))
  return attempted.map((cell) => {
    const seen = cell.tree === null ? undefined : byTree.get(cell.tree)
    if (seen === undefined) return cell
    return { ...cell, failed: Math.max(cell.failed, seen.failed), passed: Math.max(cell.passed, seen.passed) }
  })
}

/** On trees that no commit of the story has; each tree once. */
function contradictionsElsewhere({ cells, contradictions }: TestStory): readonly Contradiction[] {
  if (contradictions.length === 0) return []
  const trees = new Set(cells.map(({ tree }) => tree))
  return [...new Map(contradictions.map((one) => [one.tree, one])).values()].filter(({ tree }) => !trees.has(tree))
}

/** Runs of commits at which nothing passed. The last one is open where no pass follows: the streak. */
function spellsOf(cells: readonly StoryCell[]): { readonly closed: readonly Spell[]; readonly streak: Spell } {
  const closed: Spell[] = []
  let open: StoryCell[] = []
  for (const cell of cells) {
    if (cell.passed === 0) open.push(cell)
    else if (open.length > 0) {
      closed.push(spellOf(open))
      open = []
    }
  }
  return { closed, streak: spellOf(open) }
}

/**
 * Attempts of the commits that saw a pass. Of all contradictions elsewhere one failure counts: of those runs only the
 * contradictions are known, not the many that passed, so their attempts would make the test look worse than it is.
 */
function attemptsOf(passing: readonly StoryCell[], elsewhere: readonly Contradiction[]): AttemptCounts {
  const failed = passing.reduce((sum, cell) => sum + cell.failed, 0)
  const passed = passing.reduce((sum, cell) => sum + cell.passed, 0)
  return { failed: failed + Math.min(1, elsewhere.length), passed }
}

/**
 * Short spells count as they are. Of longer ones, the shortest first, those whose failures the flake as it is known so
 * far explains with a chance of at least 1 %; each that counts makes the flake a little more frequent for the next.
 */
function spellsOfFlake(closed: readonly Spell[], certain: AttemptCounts): readonly Spell[] {
  const counted = new Set(closed.filter(({ commits }) => commits <= SHORT_SPELL_COMMITS))
  const long = closed.filter((spell) => !counted.has(spell))
  let failed = certain.failed + failuresOf([...counted])
  for (const spell of long.sort((left, right) => left.commits - right.commits)) {
    if (streakChance({ failed, passed: certain.passed }, spell.failed) < UNLIKELY) continue
    counted.add(spell)
    failed += spell.failed
  }
  return closed.filter((spell) => counted.has(spell))
}

function failuresOf(spells: readonly Spell[]): number {
  return spells.reduce((sum, { failed }) => sum + failed, 0)
}
