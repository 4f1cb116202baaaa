import type { Decision } from '../model/decision.js'
import type { HistoryRecord } from '../model/history-record.js'
import type { Page } from '../model/page.js'
import { richText } from '../model/rich-text.js'
import { type Reason, WITHOUT_NUMBERS } from '../model/verdict.js'
import type { ActionDefinition } from './define-action.js'

type Named = Pick<ActionDefinition, 'gate' | 'title' | 'noInputRemedy'>

/**
 * What a gate says that had input on the base branch and finds none now: a report that is no longer written must not
 * switch its gate off in silence.
 */
export function lostInput({ title }: Named, record: HistoryRecord): Decision {
  const sha = record.testedSha.slice(0, 10)
  const message = `${title}: no report was found, and the record of \`${sha}\` on the base branch was made of one.`
  const reason: Reason = {
    ruleId: 'input-present',
    title: 'reports present',
    outcome: 'inconclusive',
    message,
    ...WITHOUT_NUMBERS,
  }
  return { verdict: { outcome: 'inconclusive', headline: message, reasons: [reason] }, findings: [], changes: [] }
}

export function lostInputPage({ gate, title, noInputRemedy }: Named, { verdict }: Decision): Page {
  const text = `${verdict.headline} ${noInputRemedy}`
  return {
    gate,
    title,
    sections: [{ kind: 'text', role: 'problem', heading: `Not judged: ${title}`, text: richText(text) }],
  }
}
