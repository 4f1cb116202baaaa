import { type BranchCoverage, countBranches } from '@testwarden/core/model/coverage'

/**
 * How often each branch of a line was taken, as many as {@link countBranches} counts: what a format that cannot say who a
 * branch is can say of it. Counts that nobody knows are 1.
 */
export function armHits(branch: BranchCoverage): readonly number[] {
  const { covered, total } = countBranches(branch)
  const hits = [...branch.arms.values()].sort((left, right) => right - left)
  return Array.from({ length: total }, (_, index) => (index < covered ? Math.max(1, hits[index] ?? 1) : 0))
}
