import type { Reason } from '@testwarden/core/model/verdict'
import type { LegFacts } from '../facts.js'

/** What tells a leg from the others: `test (os: linux)`; empty where it is the only one. */
function legName({ variant }: LegFacts, legs: readonly LegFacts[]): string {
  if (legs.length < 2) return ''
  const { job, matrix } = fieldsOf(variant)
  const cell = Object.entries(fieldsOf(matrix)).map(([name, value]) => `${name}: ${value}`)
  return cell.length === 0 ? (job ?? '') : `${job ?? ''} (${cell.join(', ')})`
}

/** Reasons about one leg say which one, where there are several. */
export function inLeg(reasons: readonly Reason[], leg: LegFacts, legs: readonly LegFacts[]): readonly Reason[] {
  const name = legName(leg, legs)
  return name === '' ? reasons : reasons.map((reason) => ({ ...reason, title: `${reason.title} in ${name}` }))
}

/** Of a job's key or of a matrix cell; what is none has no fields. */
function fieldsOf(json: string | undefined): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, String(field)]))
  } catch {
    return {}
  }
}
