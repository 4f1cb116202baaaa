import type { Evidence } from './evidence.js'
import { canonicalJson } from './record-key.js'

/**
 * The evidence of one run that had read everything that the parts read; what becomes of the facts is for their action to
 * say. Any order and grouping of parts gives the same: lists are sets in a fixed order, and of the runs the first in
 * that order is kept.
 * @param joinFacts must not depend on order or grouping either
 * @throws TypeError when there are no parts
 */
export function joinEvidence<Facts>(
  parts: readonly Evidence<Facts>[],
  joinFacts: (facts: readonly Facts[]) => Facts,
): Evidence<Facts> {
  const [first] = parts
  const [run] = asSet(parts.map((part) => part.run))
  if (first === undefined || run === undefined) throw new TypeError('there is no evidence to merge')
  return {
    action: first.action,
    run,
    facts: joinFacts(parts.map(({ facts }) => facts)),
    problems: asSet(parts.flatMap(({ problems }) => problems)),
    observations: asSet(parts.flatMap(({ observations }) => observations)),
  }
}

/** Each value once, in the order of its canonical text. */
export function asSet<Value>(values: readonly Value[]): Value[] {
  const byText = new Map(values.map((value) => [canonicalJson(value), value]))
  return [...byText].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value)
}
