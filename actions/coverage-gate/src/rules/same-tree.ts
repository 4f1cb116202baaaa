import type { Judgement, Subject } from '../subject.js'

/** Reports of different trees describe different lines, so nothing can be said of their sum. */
export function sameTree({ evidence }: Subject): Judgement {
  const { testedShas } = evidence.facts
  if (testedShas.length < 2) return { reasons: [], findings: [] }
  const named = testedShas.map((sha) => sha?.slice(0, 10) ?? 'a working tree').join(', ')
  return {
    reasons: [
      {
        ruleId: 'same-tree',
        title: 'one tree tested',
        outcome: 'inconclusive',
        message: `The legs of this run tested different trees (${named}), so their reports cannot be joined.`,
        actual: null,
        limit: null,
        limitOrigin: 'none',
        unit: 'count',
        baseline: null,
      },
    ],
    findings: [],
  }
}
