import type { JsonVisitor } from './visitor.js'

/** An array of numbers, which go to `list`; what is none becomes NaN, for whoever knows what that means. */
export function numbers(list: number[]): JsonVisitor {
  return { scalar: (_key, value) => void list.push(typeof value === 'number' ? value : Number.NaN) }
}
