import type { ComponentFacts, ComponentId } from './facts.js'
import { rememberByKey } from './remember.js'

/** Tells components apart and orders them: no name has a line break. */
export function componentKey({ name, side }: ComponentId): string {
  return `${name}\n${side}`
}

export function isSameComponent(left: ComponentId, right: ComponentId): boolean {
  return left.name === right.name && left.side === right.side
}

export const membersOf = rememberByKey(({ members }: ComponentFacts): ReadonlySet<string> => new Set(members))
