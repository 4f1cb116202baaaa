import type { IssueRemark } from '@testwarden/core/model/change'
import type { KnownIssue } from '@testwarden/core/model/issue'
import type { Inline } from '@testwarden/core/model/page'
import { richText } from '@testwarden/core/model/rich-text'
import { countWord } from '@testwarden/core/render/inline'
import { type IssueText, issueMarkdown } from '@testwarden/core/render/issue-body'
import { explainDiagnosis } from '../words.js'
import { brokenAt, type IssueCause } from './causes.js'
import { momentOf, runText } from './issue-sections.js'
import type { Recovery } from './recovery.js'

type Writing = Pick<IssueText, 'run' | 'redact'>

const ID_CHARACTERS = 12

/** A flake that now fails every time. */
export function becameBroken({ representative }: IssueCause, writing: Writing): IssueRemark {
  const since = brokenAt(representative) ?? writing.run.testedSha ?? ''
  const text: Inline = ['No flake any more. ', richText(explainDiagnosis(representative.diagnosis))]
  return remark(`broken-${since.slice(0, ID_CHARACTERS)}`, text, writing)
}

export function reopened({ closedAt }: KnownIssue, { representative }: IssueCause, writing: Writing): IssueRemark {
  const { run } = writing
  const here = { commit: run.testedSha ?? '', time: run.now }
  const text: Inline = [
    ['Fails again: ', momentOf(here, run), ...runText(run), '. '],
    richText(explainDiagnosis(representative.diagnosis)),
  ]
  return remark(`reopened-${closedAt ?? ''}`, text, writing)
}

export function recovered({ greenAttempts, lastFailed, firstPassed }: Recovery, writing: Writing): IssueRemark {
  const { run } = writing
  const passed = `Passed ${countWord(greenAttempts, 'time')} in a row`
  const since: Inline =
    lastFailed === null || firstPassed === null
      ? ''
      : [', first at ', momentOf(firstPassed, run), '; failed last at ', momentOf(lastFailed, run)]
  const key = `recovered-${(lastFailed?.commit ?? run.testedSha ?? '').slice(0, ID_CHARACTERS)}`
  return remark(key, [passed, since, '.'], writing)
}

function remark(key: string, text: Inline, writing: Writing): IssueRemark {
  return { key, body: issueMarkdown({ sections: [{ kind: 'text', text }], ...writing }) }
}
