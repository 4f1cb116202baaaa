import type { Change, OpenIssue, Receipt, UpdateIssue } from '@testwarden/core/model/change'
import type { Observation, ObservedResult } from '@testwarden/core/model/evidence'
import type { TimelineEntry } from '@testwarden/core/model/github-observation'
import type { KnownIssue } from '@testwarden/core/model/issue'
import type { NoticeEvent } from '@testwarden/core/model/notice'
import type { Request } from '@testwarden/core/model/request'
import { fillInBody } from '@testwarden/core/render/fill-in'
import { isSameSubject, readMarkedBody, textOfBody } from '@testwarden/core/render/issue-marker'

/** What incidents need of GitHub and of services, in memory and without a token, so that thousands of runs take seconds. */
export interface SmallGitHub {
  readonly issues: readonly SmallIssue[]
  /** What each target was told, in its order. */
  readonly told: readonly ToldNotice[]
  answer(request: Request): Observation
  perform(changes: readonly Change[], lossOf: (change: Change) => Loss, now: string): void
  /** What a person with write access does. */
  comment(issue: SmallIssue, body: string, now: string): void
  close(issue: SmallIssue, now: string): void
}

/** What is lost of a change: nothing, the request, or only the answer that it was done. */
export type Loss = 'none' | 'request' | 'answer'

export interface SmallIssue {
  readonly number: number
  title: string
  body: string
  state: 'open' | 'closed'
  closedAt: string | null
  labels: readonly string[]
  readonly createdAt: string
  readonly timeline: TimelineEntry[]
}

export interface ToldNotice {
  readonly target: string
  readonly event: NoticeEvent
  readonly key: string
}

export const WRITER = 'github-actions[bot]'
export const PERSON = 'ada'

export function createSmallGitHub(): SmallGitHub {
  const issues: SmallIssue[] = []
  const told: ToldNotice[] = []
  let comments = 0
  const say = (issue: SmallIssue, by: string, { body, now }: { readonly body: string; readonly now: string }): void => {
    const id = ++comments
    issue.timeline.push({ kind: 'comment', id, by, at: now, changedAt: now, association: 'MEMBER', body })
  }
  const open = (change: OpenIssue, now: string): number => {
    const wanted = readMarkedBody(change.body)?.marker
    const twin = issues.find(({ state, body }) => {
      const marker = readMarkedBody(body)?.marker
      return state === 'open' && marker !== undefined && wanted !== undefined && isSameSubject(marker, wanted)
    })
    if (twin !== undefined) return twin.number
    const { title, body, labels } = change
    const number = issues.length + 1
    issues.push({ number, title, body, state: 'open', closedAt: null, labels, createdAt: now, timeline: [] })
    return number
  }
  const update = (change: UpdateIssue, receipts: ReadonlyMap<string, Receipt>, now: string): void => {
    const issue = issues.find(({ number }) => number === numberOf(change.issue, receipts))
    if (issue === undefined) throw new Error('an issue that there is not')
    const { title, state, comment, labelsToAdd = [], labelsToRemove = [] } = change
    if (comment !== undefined && !issue.timeline.some((entry) => isRemark(entry, comment.key)))
      say(issue, WRITER, { body: `<!-- testwarden:${comment.key} -->\n${comment.body}`, now })
    if (title !== undefined) issue.title = title
    issue.body = filled({ ...change, body: change.body ?? issue.body }, receipts)
    if (state !== undefined) Object.assign(issue, { state, closedAt: state === 'closed' ? now : null })
    issue.labels = [...issue.labels, ...labelsToAdd].filter((label) => !labelsToRemove.includes(label))
  }
  const performed = (change: Change, receipts: ReadonlyMap<string, Receipt>, now: string): Receipt => {
    const { key } = change
    const failed: Receipt = { key, status: 'failed', message: 'what it needs is not there', retryable: true }
    if (change.kind === 'open-issue') return { key, status: 'done', id: open(change, now) }
    if (change.kind === 'update-issue') {
      if (numberOf(change.issue, receipts) === null) return failed
      update(change, receipts, now)
    }
    if (change.kind === 'notify') {
      if (change.needs !== undefined && receipts.get(change.needs)?.status !== 'done') return failed
      told.push({ target: change.target.name, event: change.notice.event, key: change.notice.dedupKey })
    }
    return { key, status: 'done' }
  }
  return {
    issues,
    told,
    answer: (request) => ({ requestId: request.id, result: answerOf(request, issues) }),
    perform(changes, lossOf, now) {
      const receipts = new Map<string, Receipt>()
      for (const change of changes) {
        const { key } = change
        const loss = lossOf(change)
        const failed: Receipt = { key, status: 'failed', message: 'no answer', retryable: true }
        const done = loss === 'request' ? failed : performed(change, receipts, now)
        receipts.set(key, loss === 'answer' ? failed : done)
      }
    },
    comment: (issue, body, now) => say(issue, PERSON, { body, now }),
    close(issue, now) {
      Object.assign(issue, { state: 'closed', closedAt: now })
      issue.timeline.push({ kind: 'closed', by: PERSON, at: now, commit: null })
    },
  }
}

function numberOf(issue: UpdateIssue['issue'], receipts: ReadonlyMap<string, Receipt>): number | null {
  if (typeof issue === 'number') return issue
  const receipt = receipts.get(issue.ref)
  return receipt?.status === 'done' && typeof receipt.id === 'number' ? receipt.id : null
}

function filled({ body = '', fillIns = [] }: UpdateIssue, receipts: ReadonlyMap<string, Receipt>): string {
  const done = fillIns.filter(({ of }) => receipts.get(of)?.status === 'done')
  return fillInBody(
    body,
    done.map((fillIn) => ({ fillIn, id: null })),
  )
}

function isRemark(entry: TimelineEntry, key: string): boolean {
  return entry.kind === 'comment' && entry.by === WRITER && entry.body.startsWith(`<!-- testwarden:${key} -->`)
}

function answerOf(request: Request, issues: readonly SmallIssue[]): ObservedResult {
  switch (request.kind) {
    case 'list-issues':
      return { kind: 'issues', issues: issues.flatMap(knownIssue), isWhole: true }
    case 'read-timeline': {
      const entries = issues.find(({ number }) => number === request.issue)?.timeline ?? []
      return { kind: 'timeline', issue: request.issue, entries: [...entries], writer: WRITER, isWhole: true }
    }
    case 'ask-permissions':
      return {
        kind: 'permissions',
        permissions: request.logins.map((login) => {
          return { login, permission: login === PERSON ? 'write' : 'read', doubt: null } as const
        }),
      }
    default:
      return { kind: 'failed', message: 'Nobody answers this here.' }
  }
}

function knownIssue({ number, title, body, state, closedAt, labels, createdAt, timeline }: SmallIssue): KnownIssue[] {
  const read = readMarkedBody(body)
  if (read === null) return []
  const comments = timeline.filter(({ kind }) => kind === 'comment').length
  const closedAs = state === 'open' ? null : 'done'
  const place = { number, title, state, closedAs, labels, closedAt, createdAt } as const
  return [{ ...read, ...place, text: textOfBody(body), assignees: [], comments, isLocked: false }]
}
