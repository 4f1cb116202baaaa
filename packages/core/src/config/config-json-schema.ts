import { type Field, isField, type Section } from './field.js'

/**
 * The JSON Schema of a config file, for editors: descriptions and assumed values included, unknown keys refused. It
 * accepts what the code accepts: a key without a value (`line:`) is one that nobody wrote, so null is fine everywhere.
 */
export function toJsonSchema(section: Section): Record<string, unknown> {
  const properties: Record<string, unknown> = {}
  for (const [name, node] of Object.entries(section)) {
    properties[name] = isField(node) ? fieldSchema(node) : toJsonSchema(node)
  }
  return { type: ['object', 'null'], additionalProperties: false, properties }
}

function fieldSchema(field: Field<unknown>): Record<string, unknown> {
  const { anyOf, ...single } = field.jsonSchema
  const choices = Array.isArray(anyOf) ? anyOf : [single]
  return { description: describe(field), anyOf: [...choices, { type: 'null' }] }
}

function describe(field: { readonly description: string; readonly fallbackText: string }): string {
  return field.fallbackText === '' ? field.description : `${field.description} Assumed: ${field.fallbackText}.`
}
