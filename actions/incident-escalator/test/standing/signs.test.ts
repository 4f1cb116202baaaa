import { describe, expect, test } from '@jest/globals'
import type { KnownIssue } from '@testwarden/core/model/issue'
import type { KeyedTrouble } from '../../src/detect/detect-troubles.js'
import { detectTroubles } from '../../src/detect/detect-troubles.js'
import type { FailedTest, IncidentsFacts, PastFacts } from '../../src/facts.js'
import { NO_PAST } from '../../src/facts.js'
import type { KnownIncident } from '../../src/known/known-incidents.js'
import type { Deed } from '../../src/life/deed.js'
import { createTeller } from '../../src/standing/signs.js'
import { configOf, evidenceOf, legOf, runOf } from '../kit.js'
import { incidentOf } from '../life/kit.js'

const CONFIG = configOf({ issues: 'on' })
const NOW = '2026-03-02T10:00:00.000Z'
const RUN = { ...runOf(), event: 'push', branch: 'main', pullRequest: null, isBaseline: true, now: NOW }

/** So many hours before now. */
function ago(hours: number): string {
  return new Date(Date.parse(NOW) - hours * 3_600_000).toISOString()
}

const FAILED: FailedTest = {
  key: 'tests/a.py › adds',
  file: 'tests/a.py',
  tags: [],
  failure: { type: 'AssertionError', message: 'adds is wrong', trace: '' },
  place: null,
  owners: [],
}

/** What a run says of one trouble that it sees. */
function world(past: PastFacts) {
  const facts: Partial<IncidentsFacts> = { legs: [legOf({ failed: [FAILED] })], past }
  const evidence = evidenceOf(facts, { run: RUN })
  const detected = detectTroubles(evidence, CONFIG)
  const [trouble] = detected.troubles
  if (trouble === undefined) throw new Error('a failure that is no trouble')
  return { trouble, teller: createTeller({ evidence, config: CONFIG, detected }) }
}

function known(trouble: KeyedTrouble, deeds: readonly Deed[]): KnownIncident {
  const issue: KnownIssue = {
    number: 8,
    title: 'T',
    marker: { action: 'incident-escalator', keys: trouble.keys, state: 'open', about: [], run: '0' },
    digest: '0'.repeat(16),
    state: 'open',
    closedAs: null,
    labels: [],
    assignees: [],
    comments: 0,
    isLocked: false,
    createdAt: ago(9),
    closedAt: null,
  }
  const done = { deeds, refused: [], strangers: [], seen: null }
  return { issue, incident: incidentOf({ openedAt: ago(9), badRuns: 5 }), done, isRebuilt: false, unread: null }
}

function past(trouble: KeyedTrouble): PastFacts {
  const signals = trouble.keys.map((key) => ({ key, severity: 'low' as const }))
  const runs = [8, 6, 4].map((hours, at) => {
    return { sha: `${at}`.repeat(40), run: `${at + 10}`, time: ago(hours), record: { signals, isWhole: true } }
  })
  return { kind: 'known', runs, isLate: false }
}

const RESOLVED: Deed = { kind: 'resolve', at: ago(1), by: 'ada' }
const REOPENED: Deed = { kind: 'reopen', at: ago(0.5), by: 'ada' }

describe('bad runs of an incident that a person ended since the last look', () => {
  const { trouble } = world(NO_PAST)

  test.each<[string, PastFacts]>([
    ['by the history', past(trouble)],
    ['by what the issue remembers', NO_PAST],
  ])('are counted from its end on, %s', (_, facts) => {
    const { teller } = world(facts)
    expect(teller.signsOf(trouble, known(trouble, [RESOLVED])).badRuns).toBe(1)
    expect(teller.signsOf(trouble, known(trouble, [RESOLVED, REOPENED])).badRuns).toBe(1)
    expect(teller.signsOf(trouble, known(trouble, [])).badRuns).toBeGreaterThan(3)
  })
})
