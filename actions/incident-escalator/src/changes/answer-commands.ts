import type { UpdateIssue } from '@testwarden/core/model/change'
import type { Inline } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { issueMarkdown } from '@testwarden/core/render/issue-body'
import { createRedactor } from '@testwarden/core/render/redact'
import { answerKey } from '../life/deeds-of-timeline.js'
import type { PlannedIncident } from '../plan/planned-incident.js'
import type { Subject } from '../subject.js'

/** Whoever wrote a command that nobody understands is told so, once for each comment. */
export function answersTo({ known }: PlannedIncident, { evidence, config }: Subject): readonly UpdateIssue[] {
  if (known === null || known.issue.isLocked) return []
  const { run } = evidence
  const redact = createRedactor(config.file.redact.value)
  const comments = new Set(known.done.refused.map(({ comment }) => comment))
  return [...comments].map((comment) => {
    const refused = known.done.refused.filter((each) => each.comment === comment)
    const items = refused.map(
      ({ line, reason }): Inline => [{ kind: 'code', text: line }, richText(` is not understood: ${reason}.`)],
    )
    const body = issueMarkdown({ sections: [{ kind: 'list', items }], run, redact })
    return {
      kind: 'update-issue',
      key: `answer:${comment}`,
      issue: known.issue.number,
      comment: { key: answerKey(comment), body },
    }
  })
}
