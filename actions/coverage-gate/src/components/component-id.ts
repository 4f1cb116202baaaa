import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import type { ComponentFacts, ComponentId } from '../facts.js'

/** Files that no component has are one too, without a name of the config's: so they are carried and missed like the others. */
export const REST: ComponentId = { name: '', side: 'tested' }

export function isRest({ name }: Pick<ComponentId, 'name'>): boolean {
  return name === REST.name
}

/** Tells components apart and orders them: no name has a line break. */
export function componentKey({ name, side }: ComponentId): string {
  return `${name}\n${side}`
}

export function isSameComponent(left: ComponentId, right: ComponentId): boolean {
  return left.name === right.name && left.side === right.side
}

export const membersOf = rememberByKey(({ members }: ComponentFacts): ReadonlySet<string> => new Set(members))
