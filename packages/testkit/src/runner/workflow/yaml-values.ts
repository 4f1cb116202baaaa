/** A mapping of a YAML file, its values not yet looked at. */
export type Fields = Readonly<Record<string, unknown>>

/** Empty for what is no mapping. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** Empty for what is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A mapping of scalars, as the runner reads them: everything is text. */
export function textMap(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, text]) => [name, String(text ?? '')]))
}

/** @throws Error for a key that is not among `known` */
export function knownFields(value: unknown, known: readonly string[], where: string): Fields {
  const fields = fieldsOf(value)
  const unknown = Object.keys(fields).filter((name) => !known.includes(name))
  if (unknown.length === 0) return fields
  throw new Error(`${where}: the simulator does not know ${unknown.map((name) => `'${name}'`).join(', ')}`)
}
