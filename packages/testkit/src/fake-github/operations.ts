import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

/** Written by `scripts/refresh-openapi.mjs`; found from `src` and from `lib` alike. */
const DESCRIPTION = new URL('../../src/fake-github/openapi.json', import.meta.url)

type Json = Readonly<Record<string, unknown>>

/** One operation of GitHub's published description. The checks answer with what is wrong, if anything. */
export interface Operation {
  /** `issues/create-comment`. */
  readonly id: string
  readonly method: string
  /** `/repos/{owner}/{repo}/issues/{issue_number}/comments`. */
  readonly template: string
  readonly match: RegExp
  readonly parameters: readonly Parameter[]
  /** JSON pointer into the description. */
  readonly pointer: string
  readonly body: 'required' | 'optional' | 'none'
  /** Names that the body may have at its top; null when any may stand there. */
  readonly bodyNames: ReadonlySet<string> | null
  /** Statuses that the description gives a JSON body for, and the pointer to its schema. */
  readonly responses: ReadonlyMap<string, string>
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly isRequired: boolean
  readonly schemaPointer: string
}

export interface Route {
  readonly operation: Operation
  readonly pathValues: Readonly<Record<string, string>>
}

let shared: Operations | undefined

/** One for all fakes of a process: it keeps no state but what it compiled. */
export function publishedOperations(): Operations {
  shared ??= new Operations()
  return shared
}

/** GitHub's description, compiled piece by piece as it is needed. */
export class Operations {
  readonly #all: readonly Operation[]
  readonly #bodies: Ajv
  /** Parameters come as text, so that numbers and booleans must be read from it. */
  readonly #parameters: Ajv
  readonly #compiled = new Map<string, ValidateFunction>()

  constructor() {
    const description: Json = JSON.parse(readFileSync(DESCRIPTION, 'utf8'))
    this.#all = listOperations(description)
    this.#bodies = createAjv(description, {})
    this.#parameters = createAjv(description, { coerceTypes: 'array' })
  }

  get all(): readonly Operation[] {
    return this.#all
  }

  find(method: string, path: string): Route | null {
    for (const operation of this.#all) {
      const match = operation.method === method ? operation.match.exec(path) : null
      if (match === null) continue
      const values = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decode(value)])
      return { operation, pathValues: Object.fromEntries(values) }
    }
    return null
  }

  /** Turns texts into the numbers and booleans that the description wants, in `values` itself. */
  checkParameters(operation: Operation, kind: 'path' | 'query', values: Record<string, unknown>): readonly string[] {
    const known = operation.parameters.filter((parameter) => parameter.in === kind)
    const unknown = Object.keys(values).filter((name) => !known.some((parameter) => parameter.name === name))
    const validate = this.#compile(`${operation.id} ${kind}`, () =>
      this.#parameters.compile({
        type: 'object',
        properties: Object.fromEntries(known.map(({ name, schemaPointer }) => [name, { $ref: schemaPointer }])),
        required: known.filter((parameter) => parameter.isRequired).map((parameter) => parameter.name),
      }),
    )
    return [...unknown.map((name) => `${kind} has no parameter '${name}'`), ...problems(validate, values, kind)]
  }

  checkBody(operation: Operation, body: unknown): readonly string[] {
    if (operation.body === 'none') return body === undefined ? [] : ['no body belongs to this operation']
    if (body === undefined) return operation.body === 'required' ? ['the body is missing'] : []
    const names = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : []
    const unknown = names.filter((name) => operation.bodyNames?.has(name) === false)
    const pointer = `${operation.pointer}/requestBody/content/application~1json/schema`
    const validate = this.#compile(pointer, () => this.#bodies.compile({ $ref: pointer }))
    return [...unknown.map((name) => `body has no property '${name}'`), ...problems(validate, body, 'body')]
  }

  /** A status that the description does not name has no shape to check. */
  checkResponse(operation: Operation, status: number, body: unknown): readonly string[] {
    const pointer = operation.responses.get(String(status))
    if (pointer === undefined) return []
    return problems(
      this.#compile(pointer, () => this.#bodies.compile({ $ref: pointer })),
      body,
      'response',
    )
  }

  #compile(key: string, make: () => ValidateFunction): ValidateFunction {
    const validate = this.#compiled.get(key) ?? make()
    this.#compiled.set(key, validate)
    return validate
  }
}

function createAjv(description: Json, options: { readonly coerceTypes?: 'array' }): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, ...options })
  addFormats.default(ajv)
  return ajv.addSchema({ ...description }, 'github')
}

function problems(validate: ValidateFunction, value: unknown, what: string): readonly string[] {
  if (validate(value)) return []
  const errors = (validate.errors ?? []).filter((error) => !isNumberOrText(error, what))
  return errors.map((error: ErrorObject) => `${what}${error.instancePath} ${error.message ?? 'is wrong'}`)
}

/** In an address the number 7 is a text too: a parameter that may be either, such as the id of a workflow, is both. */
function isNumberOrText({ keyword, params }: ErrorObject, what: string): boolean {
  return what !== 'body' && what !== 'response' && keyword === 'oneOf' && params.passingSchemas !== null
}

/** Templates with fewer parameters come first, so that `commits/{ref}/check-runs` wins over a ref with slashes. */
function listOperations(description: Json): readonly Operation[] {
  const operations = Object.entries(record(description.paths)).flatMap(([template, methods]) =>
    Object.entries(record(methods)).map(([method, operation]) =>
      toOperation({ template, method, operation: record(operation), description }),
    ),
  )
  return operations.sort((left, right) => rank(left) - rank(right))
}

function rank(operation: Operation): number {
  return -operation.template.split('/').filter((segment) => segment !== '' && !segment.startsWith('{')).length
}

interface Described {
  readonly template: string
  readonly method: string
  readonly operation: Json
  readonly description: Json
}

function toOperation({ template, method, operation, description }: Described): Operation {
  const pointer = `github#/paths/${escapePointer(template)}/${method}`
  const bodySchema = dig(operation, 'requestBody', 'content', 'application/json', 'schema')
  return {
    id: String(operation.operationId),
    method: method.toUpperCase(),
    template,
    match: toPattern(template),
    parameters: list(operation.parameters).map((parameter, index) =>
      toParameter(record(parameter), `${pointer}/parameters/${index}`, description),
    ),
    pointer,
    body:
      bodySchema === undefined ? 'none' : dig(operation, 'requestBody', 'required') === true ? 'required' : 'optional',
    bodyNames: propertyNames(record(bodySchema)),
    responses: responsePointers(record(operation.responses), pointer, description),
  }
}

/** `ref`, `path` and `basehead` may hold slashes. */
function toPattern(template: string): RegExp {
  const source = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    ['ref', 'path', 'basehead'].includes(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  )
  return new RegExp(`^${source}$`)
}

function toParameter(inline: Json, pointer: string, description: Json): Parameter {
  const reference = inline.$ref
  const parameter = typeof reference === 'string' ? record(follow(description, reference)) : inline
  return {
    name: String(parameter.name),
    in: parameter.in === 'path' ? 'path' : 'query',
    isRequired: parameter.required === true,
    schemaPointer: `${typeof reference === 'string' ? `github${reference}` : pointer}/schema`,
  }
}

function responsePointers(responses: Json, pointer: string, description: Json): ReadonlyMap<string, string> {
  const pointers = new Map<string, string>()
  for (const [status, inline] of Object.entries(responses)) {
    const reference = record(inline).$ref
    const response = typeof reference === 'string' ? follow(description, reference) : inline
    if (dig(response, 'content', 'application/json', 'schema') === undefined) continue
    const base = typeof reference === 'string' ? `github${reference}` : `${pointer}/responses/${status}`
    pointers.set(status, `${base}/content/application~1json/schema`)
  }
  return pointers
}

/** The alternatives of a body add their names to it. */
function propertyNames(schema: Json): ReadonlySet<string> | null {
  const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => list(schema[keyword])).map(record)
  const names = [schema, ...branches].flatMap((branch) => Object.keys(record(branch.properties)))
  return names.length === 0 ? null : new Set(names)
}

function follow(description: Json, reference: string): unknown {
  return dig(description, ...reference.replace('#/', '').split('/').map(unescapePointer))
}

function dig(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((current, name) => record(current)[name], value)
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A text that is escaped wrongly stays as it is: no such thing exists, so it is not found. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function escapePointer(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'))
}

function unescapePointer(segment: string): string {
  return decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~')
}
