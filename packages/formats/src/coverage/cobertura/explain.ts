import { addCounts, type Count } from '@testwarden/core/model/count'
import { type Difference, guessDifference } from '../declared.js'
import type { CoberturaDialect, CoberturaFacts } from './dialect.js'

/** What the file itself proves comes first, then what its tool is known for. */
export function explainDifference(
  difference: Difference,
  facts: CoberturaFacts,
  dialect: CoberturaDialect | null,
): string {
  const isMore = difference.declared.total >= difference.listed.total
  const known = isMore && dialect !== null ? dialect.explain(difference, facts) : null
  return proven(difference, facts) ?? known ?? guessDifference(difference)
}

function proven({ metric, declared, listed }: Difference, facts: CoberturaFacts): string | null {
  if (metric === 'branches') return facts.hasUnknownBranches ? 'some lines with branches do not say how many' : null
  if (isSame(declared, addCounts(listed, facts.skippedLines)))
    return 'it counts line elements that name no line, such as line 0, or that stand outside any class'
  if (isSame(declared, facts.classLines)) return 'it counts a line each time that a class lists it'
  if (isSame(declared, facts.methodLines)) return 'it counts a line once for each method that lists it'
  return null
}

function isSame(left: Count, right: Count): boolean {
  return left.covered === right.covered && left.total === right.total
}
