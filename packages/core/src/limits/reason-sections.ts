import type { Section } from '../model/page.js'
import { richText } from '../model/rich-text.js'
import type { Reason } from '../model/verdict.js'

/**
 * What a reader must mend, a problem for each reason that is in trouble.
 * @param toldElsewhere ids of rules that have sections of their own
 */
export function reasonSections(reasons: readonly Reason[], toldElsewhere: readonly string[]): readonly Section[] {
  return reasons
    .filter(({ outcome, ruleId }) => isTrouble(outcome) && !toldElsewhere.includes(ruleId))
    .map(({ title, message }) => ({
      kind: 'text',
      role: 'problem',
      heading: headingOf(title),
      text: richText(message),
    }))
}

function isTrouble(outcome: Reason['outcome']): boolean {
  return outcome === 'fail' || outcome === 'warn' || outcome === 'inconclusive'
}

function headingOf(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1)
}
