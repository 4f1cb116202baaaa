import { contentMark } from '../pack-lines.js'
import type { MeasuredName } from './recorded-benchmarks.js'

/** The names of a record, in the order of its values. Addressed by its content, so that later records may name it. */
export interface MetricRoster {
  readonly id: string
  readonly names: readonly MeasuredName[]
}

/** A name that came and went stays listed: it costs a letter, and a new roster costs all names. */
const MAX_STALE_SHARE = 0.5

export function rosterOf(names: readonly MeasuredName[]): MetricRoster {
  const own = names.map(({ key, kind, unit, direction }) => ({ key, kind, unit, direction }))
  return { id: contentMark(new TextEncoder().encode(JSON.stringify(own))), names: own }
}

/** The known roster where it has all names, else one that has those and, while they are few, what was known before. */
export function nextRoster(names: readonly MeasuredName[], known: MetricRoster | null): MetricRoster {
  if (known === null) return rosterOf(names)
  const before = new Map(known.names.map((name) => [name.key, name]))
  const isOld = names.every((name) => isSame(name, before.get(name.key)))
  if (isOld && names.length >= known.names.length * MAX_STALE_SHARE) return known
  const present = new Set(names.map(({ key }) => key))
  const stale = known.names.filter(({ key }) => !present.has(key))
  return rosterOf(stale.length > names.length ? names : [...names, ...stale])
}

function isSame(name: MeasuredName, other: MeasuredName | undefined): boolean {
  return (
    other !== undefined && other.unit === name.unit && other.direction === name.direction && other.kind === name.kind
  )
}
