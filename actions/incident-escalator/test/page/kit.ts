import type { RunContext } from '@testwarden/core/model/evidence'
import { keyOfParts } from '@testwarden/core/model/test-key'
import { createRedactor } from '@testwarden/core/render/redact'
import type { Trouble, TroubledTest } from '../../src/detect/trouble.js'
import type { Incident } from '../../src/incident/incident.js'
import type { BadRange, Escalation, IncidentStory, ToldPeople } from '../../src/incident/incident-story.js'
import type { IncidentText } from '../../src/page/incident-body.js'
import { runOf } from '../kit.js'

export const redact = createRedactor([])

export const OPENED = '2026-11-22T10:35:00.000Z'

/** So many minutes after it was opened. */
export function later(minutes: number): string {
  return new Date(Date.parse(OPENED) + minutes * 60_000).toISOString()
}

export function runAt(now: string, part: Partial<RunContext> = {}): RunContext {
  const run = runOf()
  return { ...run, key: { ...run.key, run: '4711' }, branch: 'main', event: 'push', now, ...part }
}

export function incidentOf(part: Partial<Incident> = {}): Incident {
  return {
    place: null,
    where: null,
    teller: null,
    dedupKey: `inc-${'0123456789abcdef'.repeat(2)}`,
    severity: 'critical',
    state: 'open',
    openedAt: OPENED,
    acknowledgement: null,
    firstAcknowledgedAt: null,
    told: null,
    silencedUntil: null,
    badRuns: 2,
    greenRuns: 0,
    resolvedAt: null,
    threads: [],
    seen: null,
    ...part,
  }
}

export function testOf(part: Partial<TroubledTest> = {}): TroubledTest {
  return {
    key: keyOfParts(['tests/test_login.py', 'test_login']),
    location: { path: 'tests/test_login.py', startLine: 41, endLine: 41 },
    message: 'psycopg2.OperationalError: connection to server failed',
    owners: ['@acme/identity'],
    kinds: ['security'],
    ...part,
  }
}

export function troubleOf(part: Partial<Trouble> = {}): Trouble {
  const second = testOf({ key: keyOfParts(['tests/test_login.py', 'test_logout']), location: null, owners: [] })
  return {
    source: 'run',
    said: null,
    cause: 'failure:0123',
    otherCauses: [],
    severity: 'critical',
    because: { kind: 'category', category: 'security', failed: 2 },
    title: 'tests/test_login.py › test_login and another test fail',
    category: {
      id: 'database-session',
      title: 'Database session',
      priority: 'medium',
      minutes: 45,
      advice: 'See whether the server runs, and whether `max_connections` is reached.',
    },
    tests: [testOf(), second],
    testCount: 2,
    isSurroundings: false,
    ...part,
  }
}

export function toldOf(part: Partial<ToldPeople> = {}): ToldPeople {
  return {
    level: 'developer',
    at: OPENED,
    involved: ['author'],
    people: ['octocat'],
    teams: [],
    targets: ['chat'],
    ...part,
  }
}

export function escalationOf(part: Partial<Escalation> = {}): Escalation {
  return {
    told: toldOf(),
    nextAt: later(15),
    nextLevel: 'lead',
    heldBy: null,
    isExhausted: false,
    guarantee: 'Nothing under an hour is promised.',
    notes: [],
    ...part,
  }
}

export const RANGE: BadRange = {
  firstBad: { sha: 'b'.repeat(40), time: '2026-11-22T10:30:00.000Z', run: '4710' },
  lastGood: { sha: 'a'.repeat(40), time: '2026-11-22T09:12:00.000Z', run: '4700' },
  commits: [
    { sha: 'c'.repeat(40), author: 'hubot', title: 'Raise the pool size' },
    { sha: 'b'.repeat(40), author: 'octocat', title: 'Log in by token (#12)' },
  ],
  isWhole: true,
}

export function storyOf(part: Partial<IncidentStory> = {}): IncidentStory {
  return {
    incident: incidentOf(),
    workflow: 'ci',
    branch: 'main',
    trouble: troubleOf(),
    explains: [],
    range: RANGE,
    escalation: escalationOf(),
    actions: [
      { text: 'The line is stopped: nothing but the fix is merged.', isDone: true },
      { text: 'Tell chat', isDone: false },
    ],
    runbook: null,
    earlier: null,
    resolution: null,
    ...part,
  }
}

export function textOf(part: Partial<IncidentText> = {}): IncidentText {
  return {
    story: storyOf(),
    transitions: [{ kind: 'opened', at: OPENED, severity: 'critical' }],
    text: null,
    run: runAt(OPENED),
    redact,
    ...part,
  }
}

/** A run that sees nothing of the trouble, as one that only looks at the timers. */
export function blindStory(part: Partial<IncidentStory> = {}): IncidentStory {
  return storyOf({ trouble: null, range: null, ...part })
}
