import { type Counting, type CoverageCounts, countBy } from '@testwarden/core/model/coverage-formula'
import type { Decision } from '@testwarden/core/model/decision'
import type { Inline, Section } from '@testwarden/core/model/page'
import { formatInteger } from '@testwarden/core/render/numbers'
import type { CoverageFacts } from '../facts.js'
import { countingOfDecision, type HeadlineCounting } from '../formula.js'
import { nounOf } from '../rule-name.js'
import { countedFiles, projectTotals } from '../subject.js'
import { toolCountings } from '../tool-counting.js'

/** What the numbers of the headline are made of, where they are not plain lines. */
export function formulaSections(decision: Decision, facts: CoverageFacts): Section[] {
  const headline = countingOfDecision(decision, facts)
  if (headline.formula === 'lines' || countedFiles(facts).length === 0) return []
  const items = [made(headline, projectTotals(facts)), ...disagreement(headline, facts)]
  return [{ kind: 'list', heading: 'How it is counted', items }]
}

function made({ formula, counting }: HeadlineCounting, counts: CoverageCounts): Inline {
  const counted = countBy(counting, counts)
  if (counted === null) return [{ kind: 'code', text: formula }, ': not everything that was read tells what it counts.']
  const sum = `${fraction(counted)} ${nounOf(counting)}`
  const parts = partsOf(counting, counts)
  return [{ kind: 'code', text: formula }, `: ${sum}${parts === '' ? '' : `, ${parts}`}.`]
}

function partsOf(counting: Counting, { lines, branches, functions, partialLines }: CoverageCounts): string {
  const ofBranches = branches === null ? ' and no branches' : ` and ${fraction(branches)} branches`
  switch (counting) {
    case 'lines':
    case 'statements':
      return ''
    case 'full-lines':
      return `as ${formatInteger(partialLines ?? 0)} of the ${formatInteger(lines.covered)} that ran left something out`
    case 'lines-and-branches':
      return `which are ${fraction(lines)} lines${ofBranches}`
    case 'elements':
      return `which are ${fraction(lines)} lines${ofBranches}${functions === null ? '' : ` and ${fraction(functions)} functions`}`
  }
}

function fraction({ covered, total }: CoverageCounts['lines']): string {
  return `${formatInteger(covered)} of ${formatInteger(total)}`
}

function disagreement({ formula }: HeadlineCounting, facts: CoverageFacts): Inline[] {
  const countings = toolCountings(facts)
  if (formula !== 'tool' || countings.length < 2) return []
  const nouns = countings.map((counting) => (counting === null ? 'a record that does not say' : nounOf(counting)))
  return [`The tools that wrote the reports do not count the same (${nouns.sort().join('; ')}), so lines are counted.`]
}
