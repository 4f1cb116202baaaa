import { defineAction } from '@testwarden/core/action/define-action'
import { objectFact, readFacts, textFact } from '@testwarden/core/evidence-fold/read-facts'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'

/**
 * An action that cannot decide from what it collected: it asks for a file, and what that file says decides what it
 * asks next. It shows that nothing is judged inside `collect`.
 */
export const askingAction = defineAction({
  id: 'asking-action',
  gate: 'asking',
  title: 'answers',
  description: 'Asks twice.',
  config: {},
  outputs: [{ name: 'answer', description: '', valueOf: (_, evidence) => answerOf(evidence) }],
  maxEvidenceBytes: 1024,
  emptyFacts: { question: '' },
  noInputRemedy: 'Ask something.',
  async collect() {
    return { facts: { question: 'question.txt' }, problems: [] }
  },
  ask(evidence: Evidence<{ question: string }>): readonly Request[] {
    const first: Request = { kind: 'read-file', id: 'first', path: evidence.facts.question, maxBytes: 100 }
    const said = contentOf(evidence, 'first')
    return said === null ? [first] : [first, { kind: 'read-file', id: 'second', path: said, maxBytes: 100 }]
  },
  decide(evidence) {
    const answer = answerOf(evidence)
    const outcome = answer === 'yes' ? 'pass' : 'fail'
    const reason = {
      ruleId: 'answer',
      title: 'answer',
      outcome,
      message: answer,
      actual: null,
      limit: null,
      limitOrigin: 'written',
      unit: 'count',
      baseline: null,
    } as const
    return { verdict: { outcome, headline: answer, reasons: [reason] }, findings: [], changes: [] }
  },
  present: (decision) => ({
    gate: 'asking',
    title: 'answers',
    sections: [{ kind: 'text', text: decision.verdict.headline }],
  }),
  parseFacts: (value) => readFacts(value, objectFact({ question: textFact(100) })),
  mergeEvidence: ([first]) => {
    if (first === undefined) throw new TypeError('nothing to merge')
    return first
  },
})

function answerOf(evidence: Evidence<{ question: string }>): string {
  return contentOf(evidence, 'second') ?? 'no answer'
}

function contentOf({ observations }: Evidence<unknown>, id: string): string | null {
  const result = observations.find(({ requestId }) => requestId === id)?.result
  return result?.kind === 'file' ? result.content : null
}
