import { type JsonArray, type JsonObject, ValueFiller } from '../../src/json/value.js'
import type { JsonContainer, JsonVisitor } from '../../src/json/visitor.js'

export interface ValueLimits {
  readonly maxValues: number
  readonly maxDepth: number
}

/**
 * Builds a document as a value, for an `enter` to return. Of equal keys the last one counts.
 * @param done gets it when all of it was seen; null: it has more in it than the limits allow
 */
export function collectJson(
  container: JsonContainer,
  limits: ValueLimits,
  done: (value: JsonArray | JsonObject | null) => void,
): JsonVisitor {
  const budget = { ...limits, isKept: true }
  const filler = new ValueFiller(container, budget)
  return {
    enter: (key, inner) => filler.enter(key, inner),
    scalar: (key, value) => filler.scalar(key, value),
    leave: () => done(budget.isKept ? filler.value : null),
  }
}
