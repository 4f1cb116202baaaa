import type { Inline, Section } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { countWord } from '@testwarden/core/render/inline'
import type { Subject } from '../subject.js'
import { keepsIssues, observedIssues } from './ask-issues.js'
import { issuePlanOf } from './issue-changes.js'
import { issueText } from './issue-sections.js'

/** What became of the issues that somebody asked for, where that is not what they would expect. */
export function issueNotes(subject: Subject): readonly Section[] {
  const { evidence, config } = subject
  if (!keepsIssues(evidence.run, config)) return []
  const observed = observedIssues(evidence)
  if (observed?.kind === 'failed') return [note(`No issue was opened or changed: ${observed.message}`)]
  const plan = issuePlanOf(subject)
  if (plan === null) return []
  const { waiting, unwanted } = plan
  return [
    ...(waiting.length === 0 ? [] : [note(richText(waitingText(subject, waiting.length)))]),
    ...unwanted.map(({ number }) =>
      note(['No issue, as people closed it as not planned: ', issueText(number, evidence.run), '.']),
    ),
  ]
}

function waitingText({ evidence, config }: Subject, count: number): string {
  const observed = observedIssues(evidence)
  const why =
    observed?.kind === 'issues' && !observed.isWhole
      ? 'there are too many open issues to see whether they have one'
      : `one run opens at most ${config.own['issues-max'].value} (\`issues-max\`)`
  return `${countWord(count, 'cause')} without an issue: ${why}.`
}

function note(text: Inline): Section {
  return { kind: 'text', text }
}
