import { type Counting, FORMULAS, type Formula } from '@testwarden/core/model/coverage-formula'
import type { Decision } from '@testwarden/core/model/decision'
import type { CoverageFacts } from './facts.js'
import { toolCounting } from './tool-counting.js'

/** How the headline of a run is counted: what the policy asks for, and what that is for these reports. */
export interface HeadlineCounting {
  readonly formula: Formula
  readonly counting: Counting
}

const LINES: HeadlineCounting = { formula: 'lines', counting: 'lines' }

/** @param facts of the whole: a component is counted as the whole is */
export function headlineCounting(formula: Formula, facts: CoverageFacts): HeadlineCounting {
  switch (formula) {
    case 'lines':
      return LINES
    case 'tool':
      return { formula, counting: toolCounting(facts) }
    case 'codecov':
      return { formula, counting: 'full-lines' }
    case 'sonar':
      return { formula, counting: 'lines-and-branches' }
  }
}

/** The counting of a decision that was made, for who no longer has the policy. */
export function countingOfDecision({ verdict }: Decision, facts: CoverageFacts): HeadlineCounting {
  const named = verdict.reasons.find(({ ruleId }) => ruleId === PROJECT_LINE)?.formula
  return headlineCounting(FORMULAS.find((formula) => formula === named) ?? 'lines', facts)
}

/** The rule that is never without a limit, so that its reason always tells the formula. */
export const PROJECT_LINE = 'project-line'

/** A report does not say on which line a statement or an element stands, so of a change there are only lines. */
export function patchCounting(headline: HeadlineCounting): HeadlineCounting {
  return headline.counting === 'statements' || headline.counting === 'elements' ? LINES : headline
}
