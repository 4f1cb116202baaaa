import type { CategoryRule } from './category.js'

/** A rule of the user's config. */
export interface OwnRule {
  readonly id: string
  readonly title: string
  readonly pattern: string
  readonly advice: string
  readonly examples: readonly string[]
  readonly counterexamples: readonly string[]
}

/** The user's rules are asked first: whoever writes one knows the project. */
export function withOwnRules(own: readonly OwnRule[], rules: readonly CategoryRule[]): readonly CategoryRule[] {
  return [...own.map(toCategoryRule), ...rules]
}

function toCategoryRule({ pattern, ...rule }: OwnRule): CategoryRule {
  return { ...rule, patterns: [pattern], priority: 'medium', minutes: null, origin: 'code' }
}
