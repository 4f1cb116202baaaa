import type { KnownIssue } from '@testwarden/core/model/issue'
import { isSameSubject } from '@testwarden/core/render/issue-marker'
import { type IssueCause, joinCauses } from './causes.js'
import type { Recovery } from './recovery.js'
import { marksOf } from './test-marks.js'

/** What is to become of one issue. */
export type IssueMove =
  | ({ readonly kind: 'open' } & ToldCause)
  | ({ readonly kind: 'reopen'; readonly issue: KnownIssue } & ToldCause)
  /** It is open, and its tests fail. */
  | ({ readonly kind: 'rewrite'; readonly issue: KnownIssue } & ToldCause)
  | { readonly kind: 'close'; readonly issue: KnownIssue; readonly recovery: Recovery }
  /** Two runs opened one each at the same moment; the older one is kept. */
  | { readonly kind: 'close-twin'; readonly issue: KnownIssue; readonly older: KnownIssue }

export interface ToldCause {
  readonly cause: IssueCause
  /** An older issue about the same, which was closed too long ago to be reopened. */
  readonly earlier: KnownIssue | null
}

export interface IssuePlan {
  readonly moves: readonly IssueMove[]
  /** Causes without an issue that have to wait, because this run may open no more. */
  readonly waiting: readonly IssueCause[]
  /** Causes of issues that somebody closed as not planned. */
  readonly unwanted: readonly KnownIssue[]
}

export interface IssueSituation {
  /** The most pressing first. */
  readonly causes: readonly IssueCause[]
  readonly issues: readonly KnownIssue[]
  /** false: there may be issues that are not listed, so none is opened. */
  readonly isWhole: boolean
  readonly run: { readonly id: string; readonly startedAt: string }
  /** How many may be opened or reopened. */
  readonly most: number
  readonly reopenDays: number
  recoveryOf(issue: KnownIssue): Recovery | null
}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * From what fails and the issues that there are to what is to be done with each: one issue for each cause. It remembers
 * nothing: whatever of a plan fails is planned again by the next run.
 */
export function planIssues(situation: IssueSituation): IssuePlan {
  const issues = situation.issues.filter((issue) => !isWrittenLater(issue, situation))
  const twins = twinsAmong(issues)
  const kept = issues.filter((issue) => !twins.some((twin) => twin.issue === issue))
  const told = assignCauses(situation.causes, kept)
  const moves = told.map((assigned) => moveOf(assigned, situation)).filter((move) => move !== null)
  const urgent = moves.filter(({ kind }) => kind === 'open' || kind === 'reopen')
  const due = new Set(urgent.slice(0, situation.isWhole ? situation.most : 0))
  const matched = new Set(told.flatMap(({ issue }) => issue ?? []))
  return {
    moves: [
      ...twins,
      ...moves.filter((move) => move.kind === 'rewrite' || due.has(move)),
      ...kept.filter((issue) => issue.state === 'open' && !matched.has(issue)).flatMap(closingOf),
    ],
    waiting: urgent.filter((move) => !due.has(move)).flatMap((move) => ('cause' in move ? [move.cause] : [])),
    unwanted: told.flatMap(({ issue }) => (issue?.closedAs === 'unwanted' ? [issue] : [])),
  }

  function closingOf(issue: KnownIssue): readonly IssueMove[] {
    const recovery = situation.recoveryOf(issue)
    return recovery === null ? [] : [{ kind: 'close', issue, recovery }]
  }
}

/** What a newer run has written, an older one that ends later leaves alone. */
function isWrittenLater({ marker }: KnownIssue, { run }: IssueSituation): boolean {
  const isNumber = /^\d{1,20}$/.test(marker.run) && /^\d{1,20}$/.test(run.id)
  return isNumber && BigInt(marker.run) > BigInt(run.id)
}

function twinsAmong(issues: readonly KnownIssue[]): readonly Extract<IssueMove, { kind: 'close-twin' }>[] {
  const open = issues.filter(({ state }) => state === 'open')
  return open.flatMap((issue) => {
    const older = open.find(({ number, marker }) => number < issue.number && isSameSubject(marker, issue.marker))
    return older === undefined ? [] : [{ kind: 'close-twin', issue, older }]
  })
}

interface AssignedCause extends ToldCause {
  readonly issue: KnownIssue | null
}

/** Causes that have the same issue are told there together: a test that fails in two ways is one trouble. */
function assignCauses(causes: readonly IssueCause[], issues: readonly KnownIssue[]): readonly AssignedCause[] {
  const assigned = causes.map((cause) => ({ cause, ...issuesOf(cause, issues) }))
  const byIssue = new Map<KnownIssue | null, AssignedCause[]>()
  for (const each of assigned) byIssue.set(each.issue, [...(byIssue.get(each.issue) ?? []), each])
  return [...byIssue].flatMap(([issue, own]) => (issue === null ? own : joinAssigned(own)))
}

function joinAssigned(own: readonly AssignedCause[]): readonly AssignedCause[] {
  const [first] = own
  return first === undefined ? [] : joinCauses(own.map(({ cause }) => cause)).map((cause) => ({ ...first, cause }))
}

/** An open one before closed ones; of the open the oldest, of the closed the one that was closed last. */
function issuesOf(cause: IssueCause, issues: readonly KnownIssue[]): Pick<AssignedCause, 'issue' | 'earlier'> {
  const own = issues.filter((issue) => isAbout(issue, cause))
  const open = own.find(({ state }) => state === 'open')
  const last = lastClosed(own)
  if (open === undefined) return { issue: last, earlier: null }
  return { issue: open, earlier: lastClosed(own.filter(({ number }) => number < open.number)) }
}

function lastClosed(issues: readonly KnownIssue[]): KnownIssue | null {
  const closed = issues.filter(({ state }) => state === 'closed')
  return closed.sort((left, right) => ((left.closedAt ?? '') < (right.closedAt ?? '') ? -1 : 1)).at(-1) ?? null
}

/** By what the failures say, or by the test: a flake that breaks for good says something else. */
function isAbout({ marker }: KnownIssue, cause: IssueCause): boolean {
  const keys = new Set(marker.keys)
  const about = new Set(marker.about)
  return cause.fingerprints.some((key) => keys.has(key)) || marksOf(cause).some((mark) => about.has(mark))
}

/** null: nothing is to be done, as people do not want the issue, or as it was closed while this run was under way. */
function moveOf({ cause, issue, earlier }: AssignedCause, { run, reopenDays }: IssueSituation): IssueMove | null {
  if (issue === null) return { kind: 'open', cause, earlier }
  if (issue.state === 'open') return { kind: 'rewrite', cause, issue, earlier }
  if (issue.closedAs === 'unwanted') return null
  const sinceMs = Date.parse(run.startedAt) - Date.parse(issue.closedAt ?? run.startedAt)
  if (sinceMs < 0) return null
  if (sinceMs > reopenDays * DAY_MS) return { kind: 'open', cause, earlier: issue }
  return { kind: 'reopen', cause, issue, earlier }
}
