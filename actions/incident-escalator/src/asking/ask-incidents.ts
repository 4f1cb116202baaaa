import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { ObservedTimeline, TimelineEntry } from '@testwarden/core/model/github-observation'
import { LOGINS_MAX } from '@testwarden/core/model/github-request'
import type { KnownIssue } from '@testwarden/core/model/issue'
import type { ListIssues, Request } from '@testwarden/core/model/request'
import { shortHash } from '@testwarden/core/render/issue-marker'
import type { incidentsConfig } from '../config.js'
import { KEY_PREFIX } from '../incident/dedup-key.js'
import { knownIncidents, permissionsOf } from '../known/known-incidents.js'
import { isUnfinished } from '../plan/plan-incidents.js'
import { observed } from './observed.js'
import { ISSUES, PERMISSIONS, timelineId } from './request-ids.js'

type Config = GateConfig<typeof incidentsConfig>
type Asking = Pick<Evidence<unknown>, 'observations' | 'run'>

/** In the marker of each issue, and of the request for them. */
export const INCIDENTS_OF = 'incident-escalator'

/** A run looks into so many of them; more are open only where nobody looks after any. */
const ISSUES_MAX = 30

/** The issues, then what happened on those that are not over, then what the people may do who did something there. */
export function askIncidents(evidence: Asking, config: Config): readonly Request[] {
  const issues = observed(evidence, ISSUES, 'issues')
  if (issues === null) return [listIncidents(config, { withText: true })]
  const timelines = unfinishedIssues(evidence, config).map(
    ({ number }) => ({ kind: 'read-timeline', id: timelineId(number), issue: number }) as const,
  )
  return [listIncidents(config, { withText: true }), ...timelines, ...askPermissions(evidence)]
}

export function listIncidents(config: Config, more: Pick<ListIssues, 'withText' | 'isOnlyRead'> = {}): ListIssues {
  const label = config.own['issue-labels'].value[0] ?? null
  return { kind: 'list-issues', id: ISSUES, action: INCIDENTS_OF, label, keyPrefix: KEY_PREFIX, ...more }
}

/** Open ones first: a closed one is looked at where somebody closed it, or a service does not know yet. */
function unfinishedIssues(evidence: Asking, { own }: Config): readonly KnownIssue[] {
  const unfinished = (knownIncidents(evidence, own)?.incidents ?? []).filter(isUnfinished)
  const isOpen = ({ issue }: (typeof unfinished)[number]): boolean => issue.state === 'open'
  return [...unfinished.filter(isOpen), ...unfinished.filter((each) => !isOpen(each))]
    .slice(0, ISSUES_MAX)
    .map(({ issue }) => issue)
}

/** People whom no answer names yet. One request for all of them, under a name of its own: later timelines may name more. */
function askPermissions(evidence: Asking): readonly Request[] {
  const known = new Set(permissionsOf(evidence).map(({ login }) => login.toLowerCase()))
  const logins = [...new Set(evidence.observations.flatMap(peopleOf))].filter(
    (login) => !known.has(login.toLowerCase()),
  )
  if (logins.length === 0) return []
  const asked = logins.sort().slice(0, LOGINS_MAX)
  return [{ kind: 'ask-permissions', id: `${PERMISSIONS}-${shortHash(asked.join(' '))}`, logins: asked }]
}

function peopleOf({ result }: Asking['observations'][number]): readonly string[] {
  return result.kind === 'timeline' ? result.entries.flatMap((entry) => personOf(entry, result)) : []
}

/** Whoever only talks needs no permission. */
function personOf(entry: TimelineEntry, { writer }: ObservedTimeline): readonly string[] {
  if (entry.by === null || entry.by === writer) return []
  return entry.kind === 'comment' && !/^\s*\//m.test(entry.body) ? [] : [entry.by]
}
