import type { BranchFacts } from './file-facts.js'

/** `<block>,<branch>`, as LCOV names its branches; the branch may be text. */
const BLOCK_AND_BRANCH = /^(\d{1,15}),(.+)$/s
/** `>12`, the line that is jumped to, or `>-12`, a way out. */
const JUMP = /^>(-?)(\d{1,15})$/
/** `@if 6:2-7:9 1`, a place and which of its ways. */
const PLACED = /^@(\S+) \S+ (\d{1,9})$/

/**
 * The branches of a line that were never taken, for people. The block is named only where the line has several, because
 * its number means something to nobody but the tool.
 */
export function branchesInWords({ taken, untaken }: BranchFacts): readonly string[] {
  const blocks = new Set([...taken, ...untaken].map((arm) => BLOCK_AND_BRANCH.exec(arm)?.[1]))
  return untaken.map((arm) => {
    const [, block, branch] = BLOCK_AND_BRANCH.exec(arm) ?? []
    if (block === undefined || branch === undefined) return jumpInWords(arm) ?? placeInWords(arm) ?? arm
    const name = /^\d+$/.test(branch) ? `branch ${branch}` : branch
    return blocks.size > 1 ? `${name} of block ${block}` : name
  })
}

function jumpInWords(arm: string): string | null {
  const [, sign, line] = JUMP.exec(arm) ?? []
  if (line === undefined) return null
  return sign === '-' ? 'way out' : `jump to line ${line}`
}

function placeInWords(arm: string): string | null {
  const [, type, way] = PLACED.exec(arm) ?? []
  if (type === undefined || way === undefined) return null
  if (type === 'if' && Number(way) < 2) return way === '0' ? 'if' : 'else'
  return `branch ${way} of ${type}`
}
