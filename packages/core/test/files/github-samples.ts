import type { ObservedResult } from '../../src/model/evidence.js'
import type { CommentEvent, EndedRun } from '../../src/model/github-event.js'

const SHA = 'a'.repeat(40)
const AT = '2026-11-01T00:00:00Z'

export const ENDED: EndedRun = {
  workflow: 'CI',
  path: '.github/workflows/ci.yml',
  event: 'push',
  conclusion: 'failure',
  branch: null,
  headSha: SHA,
  run: '77',
  attempt: 2,
  isFork: false,
}

export const COMMENT: CommentEvent = { issue: 7, isPullRequest: false, id: 9, login: 'ada', body: '/ack\r\n' }

/** One of each kind that only GitHub can answer. */
export const OF_GITHUB: readonly ObservedResult[] = [
  {
    kind: 'issues',
    issues: [
      {
        number: 7,
        title: 'main is broken',
        marker: { action: 'incident-escalator', keys: ['inc-1'], state: 'open', about: ['level:0'], run: '77' },
        digest: '0'.repeat(16),
        state: 'closed',
        closedAs: 'done',
        labels: ['critical'],
        assignees: ['ada'],
        text: 'It is red.',
        comments: 2400,
        isLocked: false,
        createdAt: AT,
        closedAt: AT,
      },
      {
        number: 8,
        title: 'edited by hand',
        marker: { action: 'incident-escalator', keys: ['inc-2'], state: 'open', about: [], run: '' },
        digest: '1'.repeat(16),
        isDamaged: true,
        state: 'open',
        closedAs: null,
        labels: [],
        assignees: [],
        comments: 0,
        isLocked: true,
        createdAt: AT,
        closedAt: null,
      },
    ],
    isWhole: true,
  },
  {
    kind: 'timeline',
    issue: 7,
    writer: 'github-actions[bot]',
    isWhole: false,
    entries: [
      { kind: 'comment', by: null, at: AT, id: 9, association: 'NONE', changedAt: AT, body: '/ack' },
      { kind: 'unlabeled', by: 'ada', at: AT, label: 'ack' },
      { kind: 'assigned', by: 'ada', at: AT, assignee: null },
      { kind: 'closed', by: 'ada', at: AT, commit: SHA },
    ],
  },
  { kind: 'permissions', permissions: [{ login: 'ada', permission: 'maintain', doubt: null }] },
  {
    kind: 'runs',
    workflow: { id: 1, name: 'CI', path: '.github/workflows/ci.yml', state: 'disabled_inactivity', createdAt: AT },
    runs: [{ id: '77', attempt: 1, event: 'push', headSha: SHA, conclusion: null, createdAt: AT, updatedAt: AT }],
    isWhole: true,
  },
  { kind: 'runs', workflow: null, runs: [], isWhole: true },
  {
    kind: 'pulls',
    pulls: [{ number: 8, headSha: SHA, baseBranch: 'main', labels: ['x'], isFork: true }],
    isWhole: false,
  },
  {
    kind: 'jobs',
    jobs: [{ headSha: SHA, jobId: 5, run: '77', attempt: 1, conclusion: 'failure', isRunning: false }],
    isWhole: true,
  },
  {
    kind: 'commits',
    commits: [
      { sha: SHA, author: 'ada', title: 'fix: a slow removal' },
      { sha: 'b'.repeat(64), author: null, title: '' },
    ],
    isWhole: false,
  },
]
