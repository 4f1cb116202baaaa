import type { Outcome } from '@testwarden/core/model/outcome'
import { type Reason, WITHOUT_NUMBERS } from '@testwarden/core/model/verdict'
import { type LineState, lineState } from '../freeze/line-state.js'
import { asksForFreeze } from '../standing/roles.js'
import type { Judgement, Subject } from '../subject.js'

/** While a critical incident is open nothing is merged but its fix. */
export function stoppedLine({ evidence, config }: Subject): Judgement {
  if (!asksForFreeze(evidence.run, config)) return { reasons: [], findings: [] }
  const state = lineState(evidence, config)
  const reason: Reason = {
    ruleId: 'stopped-line',
    title: 'the line',
    outcome: OUTCOMES[state.kind],
    message: state.message,
    ...WITHOUT_NUMBERS,
    wording: { actual: WORDS[state.kind], limit: 'no critical incident' },
  }
  return { reasons: [reason], findings: [] }
}

const OUTCOMES: Readonly<Record<LineState['kind'], Outcome>> = {
  open: 'pass',
  'let-through': 'warn',
  stopped: 'fail',
  unknown: 'inconclusive',
}

const WORDS: Readonly<Record<LineState['kind'], string>> = {
  open: 'open',
  'let-through': 'stopped, and this is the fix',
  stopped: 'stopped',
  unknown: 'nobody knows',
}
