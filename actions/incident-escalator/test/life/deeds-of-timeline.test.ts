import { describe, expect, test } from '@jest/globals'
import type { KnownPermission, TimelineEntry } from '@testwarden/core/model/github-observation'
import { deedsOfTimeline } from '../../src/life/deeds-of-timeline.js'
import type { SeenDeeds } from '../../src/life/seen-deeds.js'
import { minute } from './kit.js'

const PERMISSIONS: readonly KnownPermission[] = [
  { login: 'Ada', permission: 'write', doubt: null },
  { login: 'grace', permission: 'admin', doubt: null },
  { login: 'eve', permission: 'read', doubt: null },
  { login: 'mallory', permission: 'none', doubt: 'GitHub does not say.' },
  { login: 'tria', permission: 'triage', doubt: null },
]

function read(entries: readonly TimelineEntry[], seen: SeenDeeds | null = null) {
  return deedsOfTimeline({
    timeline: { kind: 'timeline', issue: 7, entries, writer: 'github-actions[bot]', isWhole: true },
    permissions: PERMISSIONS,
    ackLabel: 'acknowledged',
    seen,
  })
}

function comment(
  by: string | null,
  body: string,
  part: { readonly at?: string; readonly changedAt?: string } = {},
): TimelineEntry {
  const at = part.at ?? minute(1)
  return { kind: 'comment', id: 11, by, at, association: 'MEMBER', changedAt: part.changedAt ?? at, body }
}

const kindsOf = (...entries: readonly TimelineEntry[]) => read(entries).deeds.map(({ kind, by }) => `${kind} ${by}`)
const by = (login: string) => ({ by: login, at: minute(1) })

describe('what people with write access do counts, in whatever way', () => {
  test('by a command', () => {
    expect(kindsOf(comment('ada', '/ack'), comment('grace', '/resolve\n/escalate'))).toEqual([
      'acknowledge ada',
      'resolve grace',
      'push-on grace',
    ])
    expect(read([comment('ada', '/silence 2h deploy')]).deeds).toEqual([
      { kind: 'silence', ...by('ada'), until: minute(121), reason: 'deploy' },
    ])
  })

  test('by a label, an assignment or a button', () => {
    expect(
      kindsOf(
        { kind: 'labeled', ...by('ada'), label: 'Acknowledged' },
        { kind: 'unlabeled', ...by('ada'), label: 'acknowledged' },
        { kind: 'assigned', ...by('grace'), assignee: 'ada' },
        { kind: 'closed', ...by('ada'), commit: null },
        { kind: 'reopened', ...by('ada'), commit: null },
      ),
    ).toEqual(['acknowledge ada', 'give-back ada', 'acknowledge grace', 'resolve ada', 'reopen ada'])
  })

  test('other labels and who is no longer assigned say nothing', () => {
    expect(
      kindsOf(
        { kind: 'labeled', ...by('ada'), label: 'bug' },
        { kind: 'unassigned', ...by('ada'), assignee: 'ada' },
        comment('ada', 'I look at it.'),
      ),
    ).toEqual([])
  })
})

describe('what counts for nothing', () => {
  test('what was looked at before, however its moment is written', () => {
    const once = comment('ada', '/ack', { at: '2026-11-22T10:35:00Z' })
    expect(read([once], { until: '2026-11-22T10:35:00.000Z', count: 1 }).deeds).toEqual([])
    expect(read([once], { until: '2026-11-22T10:34:59.000Z', count: 1 }).deeds).toHaveLength(1)
  })

  test.each(['eve', 'mallory', 'tria', 'nobody-asked'])('a command of %s, who may not write; it is named', (login) => {
    expect(read([comment(login, '/resolve')])).toMatchObject({ deeds: [], strangers: [login] })
  })

  test('a forged marker or talk of somebody without access, who is not even named', () => {
    expect(read([comment('eve', '<!-- testwarden-issue:incident-escalator state=resolved -->')]).strangers).toEqual([])
  })

  test('what our own token did, and accounts that are gone', () => {
    expect(kindsOf(comment('github-actions[bot]', '/resolve'), comment(null, '/resolve'))).toEqual([])
    expect(kindsOf({ kind: 'closed', by: 'github-actions[bot]', at: minute(1), commit: null })).toEqual([])
  })

  test('a comment that was changed after the fact', () => {
    expect(kindsOf(comment('ada', '/resolve', { changedAt: minute(2) }))).toEqual([])
  })

  test('what was looked at before', () => {
    const entries = [comment('ada', '/ack', { at: minute(1) }), comment('ada', '/resolve', { at: minute(3) })]
    expect(read(entries, { until: minute(1), count: 1 }).deeds.map(({ kind }) => kind)).toEqual(['resolve'])
  })
})

test('a command that nobody understands is told to its author', () => {
  expect(read([comment('ada', '/silence')]).refused).toMatchObject([{ line: '/silence', by: 'ada', comment: 11 }])
  expect(read([comment('eve', '/silence')]).refused).toEqual([])
})

describe('what comes in the second of what was looked at last', () => {
  const taken = { kind: 'labeled', ...by('ada'), label: 'acknowledged' } as const
  const givenBack = { ...taken, kind: 'unlabeled' } as const

  test('is new, and each is looked at once', () => {
    const first = read([taken])
    expect(first.deeds.map(({ kind }) => kind)).toEqual(['acknowledge'])
    const second = read([taken, givenBack], first.seen)
    expect(second.deeds.map(({ kind }) => kind)).toEqual(['give-back'])
    const third = read([taken, givenBack, taken], second.seen)
    expect(third.deeds.map(({ kind }) => kind)).toEqual(['acknowledge'])
    expect(read([taken, givenBack, taken], third.seen)).toMatchObject({ deeds: [], seen: third.seen })
  })

  test('what nobody counts, such as a stranger’s command, takes no place', () => {
    const { seen } = read([comment('eve', '/resolve'), taken])
    expect(read([comment('eve', '/resolve'), taken, givenBack], seen).deeds.map(({ kind }) => kind)).toEqual([
      'give-back',
    ])
  })

  test('one that is gone by now hides none that comes in a later second', () => {
    const { seen } = read([comment('ada', '/ack'), taken])
    const later = { ...givenBack, at: minute(2) }
    expect(read([taken, later], seen).deeds.map(({ kind }) => kind)).toEqual(['give-back'])
  })
})
