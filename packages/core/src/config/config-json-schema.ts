import { isField, type Section } from './field.js'

/** The JSON Schema of a config file, for editors: descriptions and assumed values included, unknown keys refused. */
export function toJsonSchema(section: Section): Record<string, unknown> {
  const properties: Record<string, unknown> = {}
  for (const [name, node] of Object.entries(section)) {
    properties[name] = isField(node) ? { description: describe(node), ...node.jsonSchema } : toJsonSchema(node)
  }
  return { type: 'object', additionalProperties: false, properties }
}

function describe(field: { readonly description: string; readonly fallbackText: string }): string {
  return field.fallbackText === '' ? field.description : `${field.description} Assumed: ${field.fallbackText}.`
}
