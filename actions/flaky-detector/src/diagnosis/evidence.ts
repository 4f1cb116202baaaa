import { type AttemptCounts, streakChance } from '@testwarden/stats/streak-chance'
import { type Contradiction, type Spell, type StoryCell, spellOf, type TestStory } from './story.js'

/** Below this chance a streak of failures is no longer put down to a flake. */
export const UNLIKELY = 0.01

/** From so much on a test is known to be flaky. */
export const ENOUGH_EVIDENCE = 2

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
    commits: spellOf(cells).commits,
    lastPassed: passing.at(-1) ?? null,
    lastFailed: cells.findLast(({ failed }) => failed > 0) ?? null,
  }
}

/** The chance that the flake alone makes the streak of the story and `more` failed attempts after it. */
export function chanceOfStreak(tally: Tally, more: number): number {
  return streakChance(tally, tally.streak.failed + more)
}

/** Whether the test fails at the end of its story for another reason than the flake. */
export function isBroken(tally: Tally): boolean {
  if (tally.streak.commits === 0) return false
  const isFlake = tally.evidence >= ENOUGH_EVIDENCE && chanceOfStreak(tally, 0) >= UNLIKELY
  return !isFlake && (tally.evidence >= ENOUGH_EVIDENCE || tally.streak.commits >= BROKEN_COMMITS)
}

/** Failing at so many commits in a row is broken, whatever the history. */
export const BROKEN_COMMITS = 3

/** A commit whose tree showed both outcomes anywhere showed both. Cells without an attempt say nothing. */
function withContradictions({ cells, contradictions }: TestStory): readonly StoryCell[] {
  const byTree = new Map(contradictions.map((contradiction) => [contradiction.tree, contradiction]))
  return cells.flatMap((cell) => {
    const seen = cell.tree === null ? undefined : byTree.get(cell.tree)
    const failed = Math.max(cell.failed, seen?.failed ?? 0)
    const passed = Math.max(cell.passed, seen?.passed ?? 0)
    return failed + passed === 0 ? [] : [{ ...cell, failed, passed }]
  })
}

/** On trees that no commit of the story has; each tree once. */
function contradictionsElsewhere({ cells, contradictions }: TestStory): readonly Contradiction[] {
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
  const counted = closed.filter(({ commits }) => commits <= SHORT_SPELL_COMMITS)
  const long = closed.filter(({ commits }) => commits > SHORT_SPELL_COMMITS)
  let failed = certain.failed + failuresOf(counted)
  for (const spell of long.sort((left, right) => left.commits - right.commits)) {
    if (streakChance({ failed, passed: certain.passed }, spell.failed) < UNLIKELY) continue
    counted.push(spell)
    failed += spell.failed
  }
  return counted
}

function failuresOf(spells: readonly Spell[]): number {
  return spells.reduce((sum, { failed }) => sum + failed, 0)
}
