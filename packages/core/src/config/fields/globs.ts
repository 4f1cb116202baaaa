import type { Field, Parsed } from '../field.js'
import { tightenToFewer, tightenToMore } from '../tighten.js'
import type { FieldDetails } from './field-details.js'

export interface GlobsDetails extends FieldDetails<readonly string[]> {
  /** For a policy: whether a longer list binds harder, or a shorter one. */
  readonly strictWith?: 'more' | 'fewer'
}

/** Paths or globs with `/`, relative to the workspace; as an input one per line. */
export function globs({ strictWith, ...details }: GlobsDetails): Field<readonly string[]> {
  return {
    ...details,
    type: 'field',
    fallbackText: details.fallback.join('\n'),
    stricter: null,
    jsonSchema: {
      anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    },
    parse: parseTextList,
    ...(strictWith === undefined ? {} : { tighten: strictWith === 'more' ? tightenToMore : tightenToFewer }),
  }
}

/** A list of texts, a single text, or a text with one entry per line. Empty lines are dropped. */
export function parseTextList(raw: unknown): Parsed<readonly string[]> {
  const items: readonly unknown[] | null = typeof raw === 'string' ? raw.split('\n') : Array.isArray(raw) ? raw : null
  if (items === null || !items.every((item) => typeof item === 'string'))
    return { ok: false, expected: 'a path or glob, or a list of them' }
  return { ok: true, value: items.map((item) => item.trim()).filter((item) => item !== '') }
}
