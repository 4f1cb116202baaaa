import { expect, test } from '@jest/globals'
import type { KnownIssue } from '@testwarden/core/model/issue'
import { detectTroubles } from '../../src/detect/detect-troubles.js'
import type { Incident } from '../../src/incident/incident.js'
import { planIncidents } from '../../src/plan/plan-incidents.js'
import { createTeller } from '../../src/standing/signs.js'
import { configOf, evidenceOf, legOf, runOf } from '../kit.js'
import { incidentOf, RULES } from '../life/kit.js'
import { policyOf } from '../policy/kit.js'

const CONFIG = configOf({ issues: 'on' })
const FAILED = {
  key: 'tests/a.py › adds',
  file: 'tests/a.py',
  tags: [],
  failure: { type: 'AssertionError', message: 'adds is wrong', trace: '' },
  place: null,
  owners: [],
}

/** What a bad run of the default branch makes of an open incident of its trouble. */
function planned(part: Partial<Incident>): Incident | undefined {
  const run = { ...runOf(), event: 'push', branch: 'main', pullRequest: null, isBaseline: true }
  const evidence = evidenceOf({ legs: [legOf({ failed: [FAILED] })] }, { run })
  const detected = detectTroubles(evidence, CONFIG)
  const keys = detected.troubles[0]?.keys ?? []
  const issue: KnownIssue = {
    number: 8,
    title: 'T',
    marker: { action: 'incident-escalator', keys, state: 'open', about: [], run: '0' },
    digest: '0'.repeat(16),
    state: 'open',
    closedAs: null,
    labels: [],
    assignees: [],
    comments: 0,
    isLocked: false,
    createdAt: run.now,
    closedAt: null,
  }
  const incident = incidentOf({ openedAt: run.now, ...part })
  const done = { deeds: [], refused: [], strangers: [], seen: null }
  const plan = planIncidents({
    troubles: detected.troubles,
    known: { incidents: [{ issue, incident, done, isRebuilt: false, unread: null }], isWhole: true },
    teller: createTeller({ evidence, config: CONFIG, detected }),
    rules: RULES,
    policy: policyOf(),
    targets: new Set(),
    reopenDays: 7,
    most: 3,
    now: run.now,
  })
  return plan.incidents[0]?.incident
}

test('a bad run teaches an incident whose memory was damaged where it is and who tells of it, and no other', () => {
  const learnt = planned({ dedupKey: 'inc-1' })
  expect(learnt).toMatchObject({ dedupKey: 'inc-1', where: { workflow: 'ci', branch: 'main' } })
  expect(learnt?.teller).toMatch(/^[0-9a-f]{16}$/)
  expect(planned({ teller: 'f'.repeat(16) })).toMatchObject({ teller: 'f'.repeat(16), where: null })
})
