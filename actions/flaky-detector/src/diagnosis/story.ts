/** Attempts of one test in one variant at one commit of the default branch. */
export interface StoryCell {
  readonly commit: string
  readonly tree: string | null
  readonly failed: number
  readonly passed: number
  /** ISO 8601. */
  readonly time: string
  readonly run: string
}

/**
 * Both outcomes on one tree and one known variant, seen anywhere, such as in a pull request. Only where
 * {@link isContradiction} holds: a test that passes and from then on fails on one tree met a change of its environment.
 */
export interface Contradiction {
  readonly tree: string
  readonly failed: number
  readonly passed: number
  /** ISO 8601. */
  readonly time: string
  readonly pullRequest: number | null
}

/**
 * What is known of one test in one variant: first-parent order, oldest first, one cell for each commit. It ends before
 * the commit that is judged. Withheld runs are left out; runs in which the test was skipped or missing leave no cell.
 * Where one tree passed first and then failed for good, the failures are a cell of their own, after the passes.
 * Contradictions are oldest first too.
 */
export interface TestStory {
  readonly cells: readonly StoryCell[]
  readonly contradictions: readonly Contradiction[]
}

/** Attempts at one commit that all failed, and those of the neighbouring commits like it. */
export interface Spell {
  readonly cells: readonly StoryCell[]
  readonly commits: number
  /** Attempts. */
  readonly failed: number
}

export function spellOf(cells: readonly StoryCell[]): Spell {
  return {
    cells,
    commits: commitsOf(cells),
    failed: cells.reduce((sum, { failed }) => sum + failed, 0),
  }
}

/** How many commits these cells are of. Cells of one commit are neighbours. */
export function commitsOf(cells: readonly StoryCell[]): number {
  return cells.reduce((count, { commit }, at) => count + (commit === cells[at - 1]?.commit ? 0 : 1), 0)
}

/**
 * Whether outcomes of one test on one tree, in the order in which they came, contradict each other: a pass after a
 * failure. Passes that failures follow for good do not: something around the tree changed.
 */
export function isContradiction(outcomes: Iterable<'passed' | 'failed'>): boolean {
  let hasFailed = false
  for (const outcome of outcomes) {
    if (outcome === 'passed' && hasFailed) return true
    hasFailed ||= outcome === 'failed'
  }
  return false
}
