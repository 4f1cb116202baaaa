import type { Settings } from '@testwarden/core/config/field'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { KnownPermission } from '@testwarden/core/model/github-observation'
import type { KnownIssue } from '@testwarden/core/model/issue'
import { failureOf, observed } from '../asking/observed.js'
import { ISSUES, PERMISSIONS, timelineId } from '../asking/request-ids.js'
import { ackLabelOf } from '../config/issues-config.js'
import { targetNames } from '../config/target-names.js'
import type { incidentsConfig } from '../config.js'
import { KEY_PREFIX } from '../incident/dedup-key.js'
import type { Incident } from '../incident/incident.js'
import { incidentOf } from '../incident/incident-memory.js'
import { deedsOfTimeline, type ReadDeeds } from '../life/deeds-of-timeline.js'
import { type Rebuilding, rebuildIncident } from './rebuild-incident.js'
import { reconcile } from './reconcile.js'

/** An incident as its issue has it. */
export interface KnownIncident {
  readonly issue: KnownIssue
  /** As it was when it was looked at last. */
  readonly incident: Incident
  /** What people have done since. */
  readonly done: ReadDeeds
  /** What its marker remembered is lost: it was made anew of what GitHub says. */
  readonly isRebuilt: boolean
  /** Why nobody knows what people did; null: it is known, or does not matter. */
  readonly unread: string | null
}

export interface KnownIncidents {
  /** Ascending by number. */
  readonly incidents: readonly KnownIncident[]
  /** false: there are more open issues than anybody reads. */
  readonly isWhole: boolean
}

type KnowingSettings = Pick<Settings<typeof incidentsConfig>, 'ack-label' | 'targets'>
type Observed = Pick<Evidence<unknown>, 'observations' | 'run'>

/** null: nobody could ask which issues there are. */
export function knownIncidents(evidence: Observed, settings: KnowingSettings): KnownIncidents | null {
  const issues = observed(evidence, ISSUES, 'issues')
  if (issues === null) return null
  const rebuilding = { ackLabel: ackLabelOf(settings), targets: targetNames(settings) }
  return {
    incidents: issues.issues.flatMap((issue) => knownIncident(issue, evidence, rebuilding) ?? []),
    isWhole: issues.isWhole,
  }
}

function knownIncident(
  issue: KnownIssue,
  evidence: Observed,
  rebuilding: Omit<Rebuilding, 'timeline' | 'permissions'>,
): KnownIncident | null {
  const key = keyOf(issue)
  if (key === null) return null
  const timeline = observed(evidence, timelineId(issue.number), 'timeline')
  const remembered = issue.isDamaged === true ? null : incidentOf(key, issue.marker)
  const permissions = permissionsOf(evidence)
  const incident = remembered ?? rebuildIncident(key, issue, { ...rebuilding, timeline, permissions })
  const done =
    timeline === null
      ? { ...NOTHING_DONE, seen: incident.seen }
      : deedsOfTimeline({
          timeline,
          permissions,
          ackLabel: rebuilding.ackLabel,
          seen: incident.seen,
        })
  const deeds = reconcile(issue, incident, { deeds: done.deeds, timeline, now: evidence.run.now })
  return {
    issue,
    incident,
    done: { ...done, deeds },
    isRebuilt: remembered === null,
    unread: failureOf(evidence, timelineId(issue.number)),
  }
}

const NOTHING_DONE = { deeds: [], refused: [], strangers: [] }

/** The key that services were told: the first one. */
export function keyOf({ marker }: Pick<KnownIssue, 'marker'>): string | null {
  return marker.keys.find((key) => key.startsWith(KEY_PREFIX)) ?? null
}

/** Asked for in turns, as timelines name more people. */
export function permissionsOf({ observations }: Pick<Evidence<unknown>, 'observations'>): readonly KnownPermission[] {
  return observations.flatMap(({ requestId, result }) =>
    requestId.startsWith(`${PERMISSIONS}-`) && result.kind === 'permissions' ? result.permissions : [],
  )
}
