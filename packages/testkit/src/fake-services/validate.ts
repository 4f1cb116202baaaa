import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

type Schema = Readonly<Record<string, unknown>>

/** @returns what breaks the schema, such as `/payload/summary must NOT have more than 1024 characters`; empty for nothing */
export type Check = (value: unknown) => readonly string[]

export function checkOf(schema: Schema): Check {
  const ajv = new Ajv({ allErrors: true, discriminator: true, strictRequired: false, strictTypes: false })
  ajv.addKeyword({
    keyword: 'maxUnits',
    validate: (max: number, data: unknown) => typeof data !== 'string' || data.length <= max,
  })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return (value) => {
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

/** An object that has these keys and no others. */
export function closed(properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema {
  return { type: 'object', additionalProperties: false, required, properties }
}

/** In UTF-16 units, the strictest of the counts that services may mean by characters. */
export function textUpTo(maxUnits: number, minLength = 1): Schema {
  return { type: 'string', minLength, maxUnits }
}
