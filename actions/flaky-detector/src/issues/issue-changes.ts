import type { OpenIssue, UpdateIssue } from '@testwarden/core/model/change'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { IssueMarker, KnownIssue } from '@testwarden/core/model/issue'
import { type IssueBody, issueBody, issueTitle, twinBody } from '@testwarden/core/render/issue-body'
import { readMarkedBody } from '@testwarden/core/render/issue-marker'
import { createRedactor, type Redact } from '@testwarden/core/render/redact'
import type { Subject } from '../subject.js'
import { ISSUES_OF, keepsIssues, observedIssues } from './ask-issues.js'
import { causesOf, type IssueCause } from './causes.js'
import { becameBroken, recovered, reopened } from './issue-remarks.js'
import { issueSections, titleOf } from './issue-sections.js'
import { type IssueMove, type IssuePlan, planIssues, type ToldCause } from './plan-issues.js'
import { recoveryOf } from './recovery.js'
import { createTestFinder, marksOf } from './test-marks.js'

type IssueChange = OpenIssue | UpdateIssue

/** What this run does to the issues of its causes; nothing where nobody asked for issues, or they could not be read. */
export function issueChanges(subject: Subject): readonly IssueChange[] {
  const plan = issuePlanOf(subject)
  if (plan === null) return []
  const { evidence, config } = subject
  const writing: Writing = {
    run: evidence.run,
    redact: createRedactor(config.file.redact.value),
    labels: config.own['issue-labels'].value,
  }
  return plan.moves.flatMap((move) => changeOf(move, writing) ?? [])
}

/** null: there are no issues to plan with. Evidence that another job handed over may name some where none were asked for. */
export function issuePlanOf(subject: Subject): IssuePlan | null {
  const { evidence, config } = subject
  if (!keepsIssues(evidence.run, config)) return null
  const observed = observedIssues(evidence)
  if (observed?.kind !== 'issues') return null
  const { run, facts } = evidence
  const finder = createTestFinder(facts.legs)
  const question = { finder, closeAfter: config.own['close-after'].value, now: run.now, run: run.key.run }
  return planIssues({
    causes: causesOf(subject),
    issues: observed.issues,
    isWhole: observed.isWhole,
    run: { id: run.key.run, startedAt: run.now },
    most: config.own['issues-max'].value,
    reopenDays: config.own['reopen-within'].value,
    recoveryOf: (issue) => recoveryOf(issue, question),
  })
}

interface Writing {
  readonly run: RunContext
  readonly redact: Redact
  readonly labels: readonly string[]
}

/** null: the issue says so already. */
function changeOf(move: IssueMove, writing: Writing): IssueChange | null {
  switch (move.kind) {
    case 'open':
      return openingOf(move, writing)
    case 'reopen':
      return reopeningOf(move, writing)
    case 'rewrite':
      return rewritingOf(move, writing)
    case 'close':
      return { ...updateOf(move.issue), ...closing('completed'), ...say(move.issue, recovered(move.recovery, writing)) }
    case 'close-twin':
      return { ...updateOf(move.issue), ...closing('not_planned'), body: twinBody(move.older.number) }
  }
}

function openingOf({ cause, earlier }: Extract<IssueMove, { kind: 'open' }>, writing: Writing): OpenIssue {
  return {
    kind: 'open-issue',
    key: `open-issue:${ISSUES_OF}:${cause.fingerprints[0] ?? ''}`,
    title: issueTitle(titleOf(cause), writing.redact),
    body: bodyOf({ cause, earlier }, null, writing).body,
    labels: writing.labels,
  }
}

function reopeningOf(move: Extract<IssueMove, { kind: 'reopen' }>, writing: Writing): UpdateIssue {
  const { issue, cause } = move
  const { body } = bodyOf(move, issue, writing)
  return { ...updateOf(issue), body, state: 'open', ...say(issue, reopened(issue, cause, writing)) }
}

function rewritingOf(move: Extract<IssueMove, { kind: 'rewrite' }>, writing: Writing): UpdateIssue | null {
  const { issue, cause } = move
  const wanted = bodyOf(move, issue, writing)
  const remark = isNewlyBroken(issue, cause) ? say(issue, becameBroken(cause, writing)) : {}
  if (wanted.digest === issue.digest && hasSameMarker(issue, wanted)) return null
  return { ...updateOf(issue), body: wanted.body, ...remark }
}

function isNewlyBroken({ marker }: KnownIssue, { standing }: IssueCause): boolean {
  return standing === 'broken' && marker.state === 'flaky'
}

/** What the issue was about before it stays about: a flake fails in many ways, and not in all of them each time. */
function bodyOf({ cause, earlier }: ToldCause, issue: KnownIssue | null, { run, redact }: Writing): IssueBody {
  const marker: IssueMarker = {
    action: ISSUES_OF,
    state: cause.standing,
    keys: [...(issue?.marker.keys ?? []), ...cause.fingerprints],
    about: [...(issue?.marker.about ?? []), ...marksOf(cause)],
    run: run.key.run,
  }
  return issueBody(marker, { sections: issueSections(cause, { run, earlier }), run, redact })
}

/** But for the run that wrote it: who did so first makes no difference. */
function hasSameMarker({ marker }: KnownIssue, { body }: IssueBody): boolean {
  const wanted = readMarkedBody(body)?.marker
  return JSON.stringify({ ...wanted, run: '' }) === JSON.stringify({ ...marker, run: '' })
}

function updateOf({ number }: KnownIssue): Pick<UpdateIssue, 'kind' | 'key' | 'issue'> {
  return { kind: 'update-issue', key: `update-issue:${number}`, issue: number }
}

function closing(closedAs: 'completed' | 'not_planned'): Pick<UpdateIssue, 'state' | 'closedAs'> {
  return { state: 'closed', closedAs }
}

/** A locked issue takes no comment of ours; its state and its text can be changed all the same. */
function say({ isLocked }: KnownIssue, comment: NonNullable<UpdateIssue['comment']>): Pick<UpdateIssue, 'comment'> {
  return isLocked ? {} : { comment }
}
