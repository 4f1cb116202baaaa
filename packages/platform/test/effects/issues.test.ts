import { describe, expect, test } from '@jest/globals'
import type { Receipt } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import type { IssueMarker } from '@testwarden/core/model/issue'
import type { GitHub, IssueComment, ListedIssue } from '@testwarden/core/ports/github'
import { markedBody, markerSum, textDigest } from '@testwarden/core/render/issue-marker'
import { CapturingLog } from '@testwarden/testkit/fakes/capturing-log'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import type { EffectContext } from '../../src/effects/effect.js'
import { openIssueEffect } from '../../src/effects/open-issue.js'
import { updateIssueEffect } from '../../src/effects/update-issue.js'
import { listIssues } from '../../src/requests/list-issues.js'
import { unaskedGitHub } from '../support/unasked-github.js'

const MARKER: IssueMarker = { action: 'flaky-detector', keys: ['a1'], state: 'flaky', about: [], run: '1' }
const BODY = markedBody(MARKER, 'It fails.')
const CHANGE = { kind: 'open-issue', key: 'k', title: 'T', body: BODY, labels: ['testwarden'] } as const

const INCIDENT = `inc-${'a1'.repeat(16)}`
const INCIDENT_MARKER: IssueMarker = { ...MARKER, action: 'incident-escalator', keys: [INCIDENT], state: 'open' }
const INCIDENT_CHANGE = { ...CHANGE, body: markedBody(INCIDENT_MARKER, 'It is red.') }

function issue(number: number, part: Partial<ListedIssue> = {}): ListedIssue {
  return {
    number,
    title: 'T',
    labels: ['testwarden'],
    assignees: [],
    comments: 0,
    body: BODY,
    author: 'us',
    state: 'open',
    stateReason: null,
    isLocked: false,
    createdAt: '2026-01-01T00:00:00Z',
    closedAt: null,
    ...part,
  }
}

/** A GitHub with these issues; what is done to them is written down. */
function gitHubWith(issues: ListedIssue[], answers: Partial<GitHub> = {}) {
  const done: string[] = []
  const comments: IssueComment[] = []
  const github = unaskedGitHub({
    login: async () => 'us',
    listIssues: async ({ state }) => ({ issues: issues.filter((each) => each.state === state), isWhole: true }),
    ensureLabel: async () => true,
    openIssue: async ({ body }) => {
      issues.push(issue(9, { body }))
      return 9
    },
    updateIssue: async (number, update) => void done.push(`${number} ${JSON.stringify(update)}`),
    listComments: async () => ({ comments, isWhole: true }),
    createComment: async ({ body }) => {
      done.push('comment')
      comments.push({ id: comments.length, body, author: 'us' })
      return comments.length - 1
    },
    ...answers,
  })
  return { github, done, comments }
}

function context(github: GitHub): EffectContext {
  return { env: {}, files: new MemoryFiles({}), github, log: new CapturingLog(), receipts: new Map() }
}

describe('opening an issue', () => {
  test('that is the only one about its subject leaves it alone', async () => {
    const { github, done } = gitHubWith([issue(3, { body: markedBody({ ...MARKER, keys: ['z'] }, 'x') })])
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ status: 'done', id: 9 })
    expect(done).toEqual([])
  })

  test('is not done where another run has opened one since the decision', async () => {
    const openIssue = async () => Promise.reject(new Error('opened'))
    const { github, done } = gitHubWith([issue(8)], { openIssue })
    expect(await openIssueEffect.perform(CHANGE, context(github))).toEqual({
      key: 'k',
      status: 'done',
      id: 8,
      isOthers: true,
    })
    expect(done).toEqual([])
  })

  test('beside an older one of another run closes its own, which nobody then takes for the issue', async () => {
    const issues: ListedIssue[] = []
    const { github, done } = gitHubWith(issues, { openIssue: async () => issues.push(issue(8), issue(9)) + 7 })
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ id: 8, isOthers: true })
    expect(done).toEqual([
      '9 {"body":"The same as #8, which tells of it.\\n","state":"closed","closedAs":"not_planned"}',
    ])
  })

  test('that goes on for a full one closes that one with a link, and is taken for no twin of it', async () => {
    const { github, done } = gitHubWith([issue(3)])
    const change = { ...CHANGE, continues: 3 }
    expect(await openIssueEffect.perform(change, context(github))).toEqual({ key: 'k', status: 'done', id: 9 })
    const body = 'It goes on in #9, as this issue takes no more comments.\n'
    expect(done).toEqual([`3 ${JSON.stringify({ body, state: 'closed', closedAs: 'not_planned' })}`])
  })

  test('that goes on for a full one is left to another run that has opened the next one already', async () => {
    const openIssue = async () => Promise.reject(new Error('opened'))
    const { github, done } = gitHubWith([issue(3), issue(8)], { openIssue })
    const change = { ...CHANGE, continues: 3 }
    expect(await openIssueEffect.perform(change, context(github))).toMatchObject({ id: 8, isOthers: true })
    expect(done).toEqual([])
  })

  test('beside a stranger’s with a forged marker keeps its own', async () => {
    const { github, done } = gitHubWith([issue(8, { author: 'mallory' })])
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ id: 9 })
    expect(done).toEqual([])
  })

  test('beside an older one goes on with that one, even where its own could not be closed', async () => {
    const issues: ListedIssue[] = []
    const updateIssue = async () => Promise.reject(new PlatformError('no'))
    const { github } = gitHubWith(issues, { updateIssue, openIssue: async () => issues.push(issue(8), issue(9)) + 7 })
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ status: 'done', id: 8 })
  })

  test('whose answer was lost takes what another run opened meanwhile for theirs', async () => {
    const issues: ListedIssue[] = []
    const opened = (body: string): Partial<GitHub> => ({
      openIssue: async ({ find }) => {
        issues.push(issue(8, { body }))
        return (await find?.()) ?? 0
      },
    })
    const theirs = gitHubWith(issues, opened(markedBody({ ...MARKER, run: '2' }, 'It fails.')))
    expect(await openIssueEffect.perform(CHANGE, context(theirs.github))).toMatchObject({ id: 8, isOthers: true })
    issues.length = 0
    const ours = gitHubWith(issues, opened(BODY))
    expect(await openIssueEffect.perform(CHANGE, context(ours.github))).toEqual({ key: 'k', status: 'done', id: 8 })
  })

  test('is not done where nobody can look for others', async () => {
    const listIssues = async () => Promise.reject(new PlatformError('no list', { retryable: true }))
    const openIssue = async () => Promise.reject(new Error('opened'))
    const { github } = gitHubWith([], { listIssues, openIssue })
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ status: 'failed', retryable: true })
  })

  test('has opened it, even where nobody could look for others afterwards', async () => {
    let lists = 0
    const listIssues = async () =>
      // By the label, then by the author.
      lists++ < 2 ? { issues: [], isWhole: true } : Promise.reject(new PlatformError('no list'))
    const { github } = gitHubWith([], { listIssues })
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ status: 'done', id: 9 })
  })

  test('leaves out labels that cannot be made and people who cannot be assigned, and says so', async () => {
    const asked: unknown[] = []
    const { github } = gitHubWith([], {
      ensureLabel: async (name) => name !== 'new',
      mayBeAssigned: async (login) => login !== 'gone',
      openIssue: async ({ labels, assignees }) => asked.push(labels, assignees),
    })
    const change = { ...CHANGE, labels: ['new', 'testwarden'], assignees: ['ada', 'gone', 'ada'] }
    expect(await openIssueEffect.perform(change, context(github))).toMatchObject({
      status: 'done',
      lacks: [expect.stringContaining('"new" is left out'), expect.stringContaining('"gone" is not assigned')],
    })
    expect(asked).toEqual([['testwarden'], ['ada']])
  })

  test('is not done beside one about the same whose marker somebody damaged', async () => {
    const openIssue = async () => Promise.reject(new Error('opened'))
    const { github } = gitHubWith([issue(8, { body: `Edited. ${INCIDENT}` })], { openIssue })
    expect(await openIssueEffect.perform(INCIDENT_CHANGE, context(github))).toMatchObject({ status: 'done', id: 8 })
  })

  test('takes a sound one for the issue before one that merely quotes its key', async () => {
    const { github } = gitHubWith([issue(7, { body: `Like ${INCIDENT}` }), issue(8, { body: INCIDENT_CHANGE.body })])
    expect(await openIssueEffect.perform(INCIDENT_CHANGE, context(github))).toMatchObject({ status: 'done', id: 8 })
  })

  test('whose answer was lost can be found again', async () => {
    const issues: ListedIssue[] = []
    const openIssue: GitHub['openIssue'] = async ({ find }) => {
      issues.push(issue(8))
      return (await find?.()) ?? -1
    }
    const { github } = gitHubWith(issues, { openIssue })
    expect(await openIssueEffect.perform(CHANGE, context(github))).toMatchObject({ id: 8 })
  })
})

describe('updating an issue', () => {
  const change = {
    kind: 'update-issue',
    key: 'u',
    issue: 3,
    state: 'closed',
    closedAs: 'completed',
    comment: { key: 'recovered-1', body: 'It passes.' },
  } as const

  test('comments first, and once however often it is done', async () => {
    const { github, done } = gitHubWith([])
    await updateIssueEffect.perform(change, context(github))
    await updateIssueEffect.perform(change, context(github))
    const update = '3 {"state":"closed","closedAs":"completed"}'
    expect(done).toEqual(['comment', update, update])
  })

  test('comments although a stranger has written a comment with the same marker', async () => {
    const { github, done, comments } = gitHubWith([])
    comments.push({ id: 0, body: '<!-- testwarden:recovered-1 -->', author: 'mallory' })
    await updateIssueEffect.perform(change, context(github))
    expect(done[0]).toBe('comment')
  })

  test('changes its labels and adds people, and leaves those of others', async () => {
    const asked: unknown[] = []
    const { github, done } = gitHubWith([], {
      addLabels: async (...args) => void asked.push('add', ...args),
      removeLabel: async (...args) => void asked.push('remove', ...args),
      mayBeAssigned: async () => true,
      addAssignees: async (...args) => void asked.push('assign', ...args),
    })
    const { comment: _comment, state: _state, closedAs: _closedAs, ...plain } = change
    const wanted = { ...plain, title: 'New', labelsToAdd: ['a'], labelsToRemove: ['b', 'c'], assigneesToAdd: ['ada'] }
    expect(await updateIssueEffect.perform(wanted, context(github))).toEqual({ key: 'u', status: 'done', id: 3 })
    expect(done).toEqual(['3 {"title":"New"}'])
    expect(asked).toEqual(['add', 3, ['a'], 'remove', 3, 'b', 'remove', 3, 'c', 'assign', 3, ['ada']])
    expect(updateIssueEffect.describe(wanted)).toBe(
      'update issue #3: its title and the labels a added and the labels b, c removed and ada assigned',
    )
  })

  test('changes nothing where the comment failed, so that the next run begins anew', async () => {
    const createComment = async () => Promise.reject(new PlatformError('no', { retryable: true }))
    const { github, done } = gitHubWith([], { createComment })
    expect(await updateIssueEffect.perform(change, context(github))).toMatchObject({ status: 'failed' })
    expect(done).toEqual([])
  })
})

describe('an update of what this run has read', () => {
  const body = markedBody({ ...MARKER, run: '2' }, 'It fails again.')
  const comment = { key: 'told-1-0', body: 'Somebody look.' }
  const change = { kind: 'update-issue', key: 'u', issue: 3, body, comment, expects: markerSum(MARKER) } as const
  const others = { key: 'u', status: 'done', id: 3, isOthers: true }

  test('is done where it still stands so', async () => {
    const { github, done } = gitHubWith([], { readIssue: async () => issue(3) })
    expect(await updateIssueEffect.perform(change, context(github))).toEqual({ key: 'u', status: 'done', id: 3 })
    expect(done).toEqual(['comment', `3 ${JSON.stringify({ body })}`])
    expect(updateIssueEffect.describe(change)).toBe(
      'update issue #3: its text and a comment on it, unless another run is quicker',
    )
  })

  test('is left to whoever has written the issue since', async () => {
    const { github, done } = gitHubWith([], { readIssue: async () => issue(3, { body }) })
    expect(await updateIssueEffect.perform(change, context(github))).toEqual(others)
    expect(done).toEqual([])
  })

  test('of one whose marker is damaged is left to whoever has mended it', async () => {
    const damaged = { ...change, expects: 'damaged' }
    const before = gitHubWith([], { readIssue: async () => issue(3, { body: 'Mine now.' }) })
    expect(await updateIssueEffect.perform(damaged, context(before.github))).toMatchObject({ status: 'done', id: 3 })
    expect(before.done).toHaveLength(2)
    const after = gitHubWith([], { readIssue: async () => issue(3) })
    expect(await updateIssueEffect.perform(damaged, context(after.github))).toEqual(others)
  })

  test('without a text is left to others too', async () => {
    const { github, done } = gitHubWith([], { readIssue: async () => issue(3, { body }) })
    const { body: _body, comment: _comment, ...rest } = change
    const labels = { ...rest, labelsToAdd: ['critical'] }
    expect(await updateIssueEffect.perform(labels, context(github))).toEqual(others)
    expect(done).toEqual([])
  })

  test('is left to whose comment of the same is older, and its own goes', async () => {
    const deleted: number[] = []
    const { github, done, comments } = gitHubWith([], {
      readIssue: async () => issue(3),
      createComment: async ({ body: text }) => {
        comments.push({ id: 4, body: text, author: 'us' }, { id: 5, body: text, author: 'us' })
        return 5
      },
      deleteComment: async (id) => void deleted.push(id),
    })
    expect(await updateIssueEffect.perform(change, context(github))).toEqual(others)
    expect([done, deleted]).toEqual([[], [5]])
  })

  test('goes on where a run that broke off has said the same, and waits for one that goes on', async () => {
    const said = { id: 4, body: '<!-- testwarden:told-1-0 -->\nSomebody look.', author: 'us' }
    const broken = gitHubWith([], { readIssue: async () => issue(3) })
    broken.comments.push(said)
    expect(await updateIssueEffect.perform(change, context(broken.github))).toEqual({ key: 'u', status: 'done', id: 3 })
    expect(broken.done).toEqual([`3 ${JSON.stringify({ body })}`])
    let reads = 0
    const going = gitHubWith([], { readIssue: async () => issue(3, ++reads < 3 ? {} : { body }) })
    going.comments.push(said)
    expect(await updateIssueEffect.perform(change, context(going.github))).toEqual(others)
    expect(going.done).toEqual([])
  })
})

describe('an update that needs another change', () => {
  const change = { kind: 'update-issue', key: 'u', issue: 3, title: 'T', needs: 'open' } as const

  test.each<[string, Receipt | null, object]>([
    ['is done where this run did that', { key: 'open', status: 'done', id: 3 }, { status: 'done', id: 3 }],
    ['is others’ where that is', { key: 'open', status: 'done', id: 3, isOthers: true }, { isOthers: true }],
    ['is not tried where that is missing', null, { status: 'failed', isConsequence: true }],
  ])('%s', async (_name, receipt, expected) => {
    const { github, done } = gitHubWith([])
    const receipts = new Map(receipt === null ? [] : [[receipt.key, receipt]])
    expect(await updateIssueEffect.perform(change, { ...context(github), receipts })).toMatchObject(expected)
    expect(done).toHaveLength('id' in expected ? 1 : 0)
  })
})

describe('an update that remembers what was done', () => {
  const body = markedBody({ ...MARKER, about: ['thread:ops:planned:'] }, '- [ ] Tell ops.')
  const fillIn = { of: 'n', word: 'thread:ops:planned:', becomes: 'thread:ops:told:{id}', item: 'Tell ops.' }
  const change = { kind: 'update-issue', key: 'u', issue: 3, body, fillIns: [fillIn] } as const

  function after(...receipts: readonly Receipt[]) {
    const { github, done } = gitHubWith([])
    const known = { ...context(github), receipts: new Map(receipts.map((receipt) => [receipt.key, receipt])) }
    return { known, done }
  }

  test('writes the id that it came to', async () => {
    const { known, done } = after({ key: 'n', status: 'done', id: 'c1' })
    expect(await updateIssueEffect.perform(change, known)).toEqual({ key: 'u', status: 'done', id: 3 })
    const filled = markedBody({ ...MARKER, about: ['thread:ops:told:c1'] }, '- [x] Tell ops.')
    expect(done).toEqual([`3 ${JSON.stringify({ body: filled })}`])
  })

  test.each<[string, Receipt[]]>([
    ['nothing was done', []],
    ['it failed', [{ key: 'n', status: 'failed', message: 'no', retryable: true }]],
  ])('is left alone where %s', async (_name, receipts) => {
    const { known, done } = after(...receipts)
    expect(await updateIssueEffect.perform(change, known)).toMatchObject({ status: 'done' })
    expect(done).toEqual([])
  })

  test('without a text writes into the one that the issue has by now', async () => {
    const { body: _body, ...memory } = change
    const now = markedBody({ ...MARKER, about: ['bad:2', 'thread:ops:planned:'] }, 'Mine. - [ ] Tell ops.')
    const { github, done } = gitHubWith([], { readIssue: async () => issue(3, { body: now }) })
    const receipts = new Map<string, Receipt>([['n', { key: 'n', status: 'done', id: 'c1' }]])
    await updateIssueEffect.perform(memory, { ...context(github), receipts })
    const filled = markedBody({ ...MARKER, about: ['bad:2', 'thread:ops:told:c1'] }, 'Mine. - [ ] Tell ops.')
    expect(done).toEqual([`3 ${JSON.stringify({ body: filled })}`])
  })

  test('is tried again where GitHub did not answer', async () => {
    const { body: _body, ...memory } = change
    let reads = 0
    const readIssue = async () =>
      reads++ === 0 ? Promise.reject(new PlatformError('no', { retryable: true })) : issue(3, { body })
    const { github, done } = gitHubWith([], { readIssue })
    const receipts = new Map<string, Receipt>([['n', { key: 'n', status: 'done', id: 'c1' }]])
    expect(await updateIssueEffect.perform(memory, { ...context(github), receipts })).toMatchObject({ status: 'done' })
    expect(done).toHaveLength(1)
  })

  test('forgets what failed only where it is to', async () => {
    const word = { of: 'n', word: 'thread:ops:planned:', becomes: '', evenIfFailed: true as const }
    const { known, done } = after({ key: 'n', status: 'failed', message: 'no', retryable: true })
    await updateIssueEffect.perform({ ...change, fillIns: [word] }, known)
    expect(done).toEqual([`3 ${JSON.stringify({ body: markedBody(MARKER, '- [ ] Tell ops.') })}`])
  })

  test('with more to say is written all the same, and remembers only what was done', async () => {
    const { known, done } = after()
    await updateIssueEffect.perform({ ...change, title: 'T' }, known)
    expect(done).toEqual([`3 ${JSON.stringify({ title: 'T', body })}`])
  })
})

describe('listing issues', () => {
  const request = { kind: 'list-issues', id: 'i', action: 'flaky-detector', label: 'testwarden' } as const

  test('gives our own of that action, open and closed, and why they were closed', async () => {
    const { github } = gitHubWith([
      issue(1),
      issue(2, { author: 'mallory' }),
      issue(3, { body: 'no marker' }),
      issue(4, { body: markedBody({ ...MARKER, action: 'incident-escalator' }, 'x') }),
      issue(5, { state: 'closed', stateReason: 'not_planned' }),
      issue(6, { state: 'closed', stateReason: 'completed' }),
    ])
    const { issues, isWhole } = await listIssues(request, github)
    expect(issues.map(({ number, state, closedAs }) => ({ number, state, closedAs }))).toEqual([
      { number: 1, state: 'open', closedAs: null },
      { number: 5, state: 'closed', closedAs: 'unwanted' },
      { number: 6, state: 'closed', closedAs: 'done' },
    ])
    expect(isWhole).toBe(true)
  })

  const incidents = { kind: 'list-issues', id: 'i', action: 'incident-escalator', label: 'Testwarden' } as const

  test('knows those whose marker is damaged by the keys in their text', async () => {
    const damaged = INCIDENT_CHANGE.body.replace('state=open', 'state=shut')
    const { github } = gitHubWith([
      issue(1, { body: damaged }),
      issue(2, { body: damaged, author: 'mallory' }),
      issue(3, { body: damaged, labels: ['other'] }),
      issue(4, { body: `${BODY}\nLike ${INCIDENT}.` }),
      issue(5, { body: 'no key' }),
      issue(6, { body: INCIDENT_CHANGE.body }),
    ])
    const { issues } = await listIssues({ ...incidents, keyPrefix: 'inc-', withText: true }, github)
    expect(issues).toMatchObject([
      {
        number: 1,
        isDamaged: true,
        marker: { action: 'incident-escalator', keys: [INCIDENT], state: 'open', about: [], run: '' },
        digest: textDigest(damaged),
        text: damaged.trim(),
      },
      { number: 6, marker: INCIDENT_MARKER, text: 'It is red.' },
    ])
    expect(issues[1]).not.toHaveProperty('isDamaged')
    const plain = await listIssues(incidents, github)
    expect(plain.issues.map(({ number, text }) => [number, text])).toEqual([[6, undefined]])
    const unlabelled = await listIssues({ ...incidents, label: null, keyPrefix: 'inc-' }, github)
    expect(unlabelled.issues.map(({ number }) => number)).toEqual([6])
  })

  test('asks who we are only where there is a marker', async () => {
    const login = async () => Promise.reject(new Error('asked'))
    const { github } = gitHubWith([issue(3, { body: 'no marker' })], { login })
    expect((await listIssues(request, github)).issues).toEqual([])
  })

  test('without a token is a failure that says what to pass', async () => {
    await expect(listIssues(request, null)).rejects.toMatchObject({ remedy: 'pass `github-token`' })
  })
})
