import type { Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import type { Reason } from '@testwarden/core/model/verdict'

/** Told failure by failure, and report by report, each in its own place. */
const TOLD_ELSEWHERE: readonly string[] = ['failing-tests', 'report-problems']

/** What else is to be mended: missing tests, too many flakes, time, quarantines that are over. */
export function reasonSections(reasons: readonly Reason[]): readonly Section[] {
  return reasons
    .filter(({ outcome, ruleId }) => isTrouble(outcome) && !TOLD_ELSEWHERE.includes(ruleId))
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
