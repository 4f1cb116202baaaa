import { type Field, isField, type Section } from './field.js'

export interface NamedField {
  /** `['patch', 'line']` inside its section. */
  readonly path: readonly string[]
  readonly field: Field<unknown>
}

/** Every field of a section with its path, in the order in which it was written. */
export function* fieldsOf(section: Section, prefix: readonly string[] = []): Generator<NamedField> {
  for (const [name, node] of Object.entries(section)) {
    const path = [...prefix, name]
    if (isField(node)) yield { path, field: node }
    else yield* fieldsOf(node, path)
  }
}
