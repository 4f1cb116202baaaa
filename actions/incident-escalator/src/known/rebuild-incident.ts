import type { KnownPermission, ObservedTimeline, TimelineEntry } from '@testwarden/core/model/github-observation'
import type { KnownIssue } from '@testwarden/core/model/issue'
import { isSeverity, type Severity, worstSeverity } from '@testwarden/core/model/severity'
import type { Incident, NoticeThread } from '../incident/incident.js'
import { applyDeed } from '../life/apply-deed.js'
import { deedsOfTimeline } from '../life/deeds-of-timeline.js'
import { toldByRemark } from './told-by-remarks.js'

export interface Rebuilding {
  readonly timeline: ObservedTimeline | null
  /** Of everybody who did something on the issue. */
  readonly permissions: readonly KnownPermission[]
  readonly ackLabel: string
  /** Names of the config's targets. */
  readonly targets: readonly string[]
}

/** Nobody remembers how bad it was: rather too many are told than too few. */
const ASSUMED_SEVERITY: Severity = 'high'

/**
 * An incident whose memory somebody damaged, as far as GitHub remembers it: its severity by its label, who was told by
 * our own comments, the rest by what happened before the last thing that we did ourselves. That was answered then, so it
 * is told to nobody again. Every target may have been told, so each gets the end, and none a second beginning.
 */
export function rebuildIncident(
  dedupKey: string,
  issue: Pick<KnownIssue, 'labels' | 'createdAt'>,
  { timeline, targets, ...reading }: Rebuilding,
): Incident {
  const severities = issue.labels.map((label) => label.toLowerCase()).filter(isSeverity)
  const openedAt = new Date(issue.createdAt).toISOString()
  const begun: Incident = {
    dedupKey,
    place: null,
    where: null,
    teller: null,
    severity: worstSeverity(severities) ?? ASSUMED_SEVERITY,
    state: 'open',
    openedAt,
    acknowledgement: null,
    firstAcknowledgedAt: null,
    told: null,
    silencedUntil: null,
    badRuns: 0,
    greenRuns: 0,
    resolvedAt: null,
    threads: targets.map((target): NoticeThread => ({ target, phase: 'told', id: null })),
    seen: null,
  }
  const lived = timeline === null ? begun : relive(begun, timeline, reading)
  // Whoever was told when it opened was told by its text, which nobody can read any more: the first level at least.
  return { ...lived, told: lived.told ?? { level: 0, loops: 0, at: lived.openedAt } }
}

type Reading = Pick<Rebuilding, 'permissions' | 'ackLabel'>

function relive(begun: Incident, timeline: ObservedTimeline, reading: Reading): Incident {
  const lastOwn = timeline.entries.findLastIndex(({ by }) => by === timeline.writer)
  const entries = timeline.entries.slice(0, lastOwn + 1)
  const done = (some: readonly TimelineEntry[]) =>
    deedsOfTimeline({ timeline: { ...timeline, entries: some }, ...reading, seen: null })
  const lived = entries.reduce<Incident>((incident, entry) => {
    if (entry.by === timeline.writer) return afterOwn(incident, entry, reading)
    return done([entry]).deeds.reduce((before, deed) => applyDeed(before, deed).incident, incident)
  }, begun)
  return { ...lived, seen: done(entries).seen }
}

/** What we did: the level that we told, and the turns that runs and the clock made. */
function afterOwn(incident: Incident, entry: TimelineEntry, { ackLabel }: Reading): Incident {
  const told = toldByRemark(entry)
  if (told !== null) return { ...incident, told }
  const kind = ownKind(entry, ackLabel)
  if (kind === null) return incident
  const after = applyDeed(incident, { kind, by: entry.by ?? '', at: new Date(entry.at).toISOString() }).incident
  // The comment that tells somebody comes before the turn that it tells of.
  return { ...after, told: incident.told }
}

function ownKind(entry: TimelineEntry, ackLabel: string): 'resolve' | 'reopen' | 'give-back' | null {
  if (entry.kind === 'closed') return 'resolve'
  if (entry.kind === 'reopened') return 'reopen'
  const isAckLabel = entry.kind === 'unlabeled' && entry.label.toLowerCase() === ackLabel.toLowerCase()
  return isAckLabel ? 'give-back' : null
}
