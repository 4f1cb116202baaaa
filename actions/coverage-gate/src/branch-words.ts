import type { BranchFacts } from './file-facts.js'

/** `<block>,<branch>`, as LCOV names its branches; the branch may be text. */
const BLOCK_AND_BRANCH = /^(\d{1,15}),(.+)$/s

/**
 * The branches of a line that were never taken, for people. The block is named only where the line has several, because
 * its number means something to nobody but the tool.
 */
export function branchesInWords({ taken, untaken }: BranchFacts): readonly string[] {
  const blocks = new Set([...taken, ...untaken].map((arm) => BLOCK_AND_BRANCH.exec(arm)?.[1]))
  return untaken.map((arm) => {
    const [, block, branch] = BLOCK_AND_BRANCH.exec(arm) ?? []
    if (block === undefined || branch === undefined) return arm
    const name = /^\d+$/.test(branch) ? `branch ${branch}` : branch
    return blocks.size > 1 ? `${name} of block ${block}` : name
  })
}
