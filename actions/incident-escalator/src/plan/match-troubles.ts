import { addDays } from '@testwarden/core/model/day'
import type { KnownIssue } from '@testwarden/core/model/issue'
import { isWorse } from '@testwarden/core/model/severity'
import type { KeyedTrouble } from '../detect/detect-troubles.js'
import type { KnownIncident } from '../known/known-incidents.js'
import type { Twin } from './planned-incident.js'

/** A trouble, and the incident that it belongs to. */
export interface MatchedTrouble {
  readonly trouble: KeyedTrouble
  /** Open, or closed so lately that it is reopened; null: there is none. */
  readonly known: KnownIncident | null
  /** Closed too long ago. */
  readonly earlier: KnownIssue | null
}

export interface Matches {
  readonly matched: readonly MatchedTrouble[]
  /** Incidents that no trouble of this run belongs to. */
  readonly others: readonly KnownIncident[]
  readonly twins: readonly Twin[]
}

export interface MatchQuestion {
  readonly troubles: readonly KeyedTrouble[]
  readonly incidents: readonly KnownIncident[]
  readonly reopenDays: number
  /** ISO 8601, UTC. */
  readonly now: string
}

/** Which incident is whose: by any key that they share. Two troubles that one incident knows are one trouble. */
export function matchTroubles({ troubles, incidents, reopenDays, now }: MatchQuestion): Matches {
  const twins = twinsOf(incidents)
  const given = new Set(twins.map(({ issue }) => issue))
  const candidates = incidents.filter(({ issue }) => !given.has(issue))
  const matched = new Map<KnownIncident | KeyedTrouble, MatchedTrouble>()
  const firstDay = addDays(now.slice(0, 10), -reopenDays)
  for (const trouble of troubles) {
    const mine = candidates.filter(({ issue }) => sharesKey(issue, trouble.keys))
    const recent = mine.findLast(({ issue }) => (issue.closedAt ?? now).slice(0, 10) >= firstDay)
    // What people do not want to hear of they do not want to hear of later either.
    const unwanted = mine.at(-1)?.issue.closedAs === 'unwanted' ? mine.at(-1) : undefined
    const known = mine.find(({ issue }) => issue.state === 'open') ?? unwanted ?? recent ?? null
    const place = known ?? trouble
    const before = matched.get(place)
    const earlier = known === null ? (mine.at(-1)?.issue ?? null) : null
    matched.set(place, { trouble: before === undefined ? trouble : joined(before.trouble, trouble), known, earlier })
  }
  return { matched: [...matched.values()], others: candidates.filter((each) => !matched.has(each)), twins }
}

/** Of open incidents about the same the oldest is kept. */
function twinsOf(incidents: readonly KnownIncident[]): readonly Twin[] {
  const open = incidents.filter(({ issue }) => issue.state === 'open')
  return open.flatMap(({ issue }, index) => {
    const older = open.slice(0, index).find((each) => sharesKey(each.issue, issue.marker.keys))
    return older === undefined ? [] : [{ issue, older: older.issue }]
  })
}

function sharesKey({ marker }: KnownIssue, keys: readonly string[]): boolean {
  return marker.keys.some((key) => keys.includes(key))
}

/** Told as the worse of the two. */
function joined(left: KeyedTrouble, right: KeyedTrouble): KeyedTrouble {
  const [worse, other] = isWorse(right.severity, left.severity) ? [right, left] : [left, right]
  const [first, ...keys] = worse.keys
  return {
    ...worse,
    keys: [first, ...keys, ...other.keys],
    tests: [...worse.tests, ...other.tests],
    testCount: worse.testCount + other.testCount,
  }
}
