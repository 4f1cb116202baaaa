import { ownText } from '../text/own-text.js'
import type { JsonContainer, JsonScalar, JsonVisitor } from './visitor.js'

/** A value with all its members. Objects are maps, so that no key of a report means something to the language. */
export type JsonValue = JsonScalar | JsonArray | JsonObject
export interface JsonArray extends ReadonlyArray<JsonValue> {}
export interface JsonObject extends ReadonlyMap<string, JsonValue> {}

export function asObject(value: JsonValue | undefined): JsonObject | null {
  return value instanceof Map ? value : null
}

export function asArray(value: JsonValue | undefined): JsonArray | null {
  return Array.isArray(value) ? value : null
}

/** What may still be built of one value. */
interface ValueBudget {
  maxValues: number
  readonly maxDepth: number
  /** false: something was left out. */
  isKept: boolean
}

/** Fills one object or array while its members come in. What is beyond the budget is left out. */
export class ValueFiller implements JsonVisitor {
  readonly value: JsonArray | JsonObject
  private readonly members: Map<string, JsonValue> | JsonValue[]
  private readonly budget: ValueBudget
  private readonly depth: number

  constructor(container: JsonContainer, budget: ValueBudget, depth = 1) {
    this.members = container === 'array' ? [] : new Map()
    this.value = this.members
    this.budget = budget
    this.depth = depth
  }

  enter(key: string, container: JsonContainer): JsonVisitor | null {
    const filler = new ValueFiller(container, this.budget, this.depth + 1)
    this.add(key, filler.value)
    if (filler.depth <= this.budget.maxDepth) return filler
    this.budget.isKept = false
    return null
  }

  scalar(key: string, value: JsonScalar): void {
    this.add(key, typeof value === 'string' ? ownText(value) : value)
  }

  private add(key: string, value: JsonValue): void {
    const { budget, members } = this
    if (budget.maxValues === 0) budget.isKept = false
    else if (Array.isArray(members)) members.push(value)
    else members.set(ownText(key), value)
    if (budget.maxValues > 0) budget.maxValues--
  }
}
