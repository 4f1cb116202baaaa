import type { IncidentStory } from '../../src/incident/incident-story.js'
import type { Transition } from '../../src/life/transition.js'
import { incidentMarkdown } from '../../src/page/incident-body.js'
import { blindStory, escalationOf, incidentOf, later, runAt, textOf, toldOf } from './kit.js'

/** What a step of the life below knows. */
export interface Step {
  readonly story: IncidentStory
  readonly transitions: readonly Transition[]
}

const LEAD = toldOf({
  level: 'lead',
  at: later(486),
  involved: [],
  people: ['boss'],
  teams: ['acme/leads'],
  targets: [],
})

export const ACKNOWLEDGED: Step = {
  story: blindStory({
    incident: incidentOf({ state: 'acknowledged', acknowledgement: { at: later(5), by: 'octocat' } }),
    escalation: escalationOf({ nextAt: later(485), heldBy: 'acknowledgement' }),
  }),
  transitions: [{ kind: 'acknowledged', at: later(5), by: 'octocat' }],
}

export const ESCALATED: Step = {
  story: blindStory({
    escalation: escalationOf({
      told: LEAD,
      nextAt: later(501),
      nextLevel: 'security',
      notes: ['boss stands in for chief.'],
    }),
  }),
  transitions: [{ kind: 'acknowledgement-expired', at: later(486), by: 'octocat' }],
}

export const RESOLVED: Step = {
  story: blindStory({
    incident: incidentOf({ state: 'resolved', badRuns: 0, greenRuns: 2, resolvedAt: later(600) }),
    escalation: escalationOf({ told: LEAD, nextAt: null, nextLevel: null }),
    resolution: {
      at: later(600),
      by: null,
      fix: { sha: 'd'.repeat(40), author: 'hubot', title: 'Revert "Log in by token"' },
      candidates: 3,
      timeToAcknowledgeMs: 300_000,
      timeToRecoverMs: 36_000_000,
    },
  }),
  transitions: [{ kind: 'resolved', at: later(600), by: null }],
}

export const OPENED_BODY = incidentMarkdown(textOf())

/** Each step reads what the one before wrote. */
export function bodyAfter(...steps: readonly Step[]): string {
  return steps.reduce(
    (text, { story, transitions }) => incidentMarkdown(textOf({ story, transitions, text, run: runAt(later(600)) })),
    OPENED_BODY,
  )
}

/** What stands before, between and after the dividers. */
export function regionsOf(body: string): readonly string[] {
  return body.split(/^<!-- testwarden:(?:timeline|details) -->$/m).map((region) => region.trim())
}
