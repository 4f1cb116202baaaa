import type { RecordedQuarantine } from '../facts.js'

/** What a record's body holds of quarantines beside its cells: a fact is never taken back, a later one stands above it. */
export function readQuarantines(bodies: readonly unknown[]): readonly RecordedQuarantine[] {
  const byKey = new Map<string, RecordedQuarantine>()
  for (const body of bodies) for (const fact of factsOf(body)) byKey.set(fact.key, fact)
  return [...byKey.values()].sort((left, right) => (left.key < right.key ? -1 : 1))
}

function factsOf(body: unknown): readonly RecordedQuarantine[] {
  const facts = isMapping(body) ? body.quarantines : null
  return Array.isArray(facts) ? facts.filter(isQuarantine) : []
}

const DAY = /^\d{4}-\d\d-\d\d$/

function isQuarantine(value: unknown): value is RecordedQuarantine {
  if (!isMapping(value)) return false
  const { key, since, expires, reason, owner, ratePpm, left } = value
  const isDated = [since, expires].every((day) => typeof day === 'string' && DAY.test(day))
  const isTold = [key, reason, owner].every((text) => typeof text === 'string')
  return (
    isDated &&
    isTold &&
    Number.isSafeInteger(ratePpm) &&
    (left === null || (typeof left === 'string' && DAY.test(left)))
  )
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
