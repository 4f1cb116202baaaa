import * as v from 'valibot'
import { parsePlainJson } from './plain-json.js'

/** One kind of published JSON: every text of it carries `"schema": "testwarden.<name>/<major>"`. */
export interface DocumentKind<Model> {
  readonly name: string
  readonly major: number
  readonly schema: v.GenericSchema<unknown, Model>
  /** UTF-16 units. */
  readonly maxCharacters: number
}

/**
 * `newer`: intact, but of a later major version, so nobody may treat it as damaged.
 * The message reads on after the name of the file: `is not JSON`.
 */
export type DecodedDocument<Model> =
  | { readonly ok: true; readonly model: Model }
  | { readonly ok: false; readonly fault: 'damaged' | 'newer'; readonly message: string }

/** Fields that this version does not know stay in the model's value, so that writing it again loses nothing. */
export function decodeDocument<Model>(text: string, kind: DocumentKind<Model>): DecodedDocument<Model> {
  const parsed = parsePlainJson(text, kind.maxCharacters)
  if (!parsed.ok) return damaged(parsed.message)
  const refusal = checkSchemaName(parsed.value, kind)
  if (refusal !== null) return refusal
  const checked = v.safeParse(kind.schema, parsed.value, { abortEarly: true })
  // The parsed value itself, because a validated copy would lack the unknown fields.
  return checked.success ? { ok: true, model: parsed.value as Model } : damaged(explain(checked.issues[0]))
}

type Refusal = Extract<DecodedDocument<never>, { readonly ok: false }>

function checkSchemaName(value: unknown, { name, major }: DocumentKind<unknown>): Refusal | null {
  const found = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined
  const match = typeof found === 'string' ? /^testwarden\.([a-z-]{1,40})\/([1-9]\d{0,8})$/.exec(found) : null
  if (match === null) return damaged(`has no "schema": "testwarden.${name}/${major}"`)
  if (match[1] !== name) return damaged(`is a testwarden.${match[1]} file; expected testwarden.${name}`)
  if (Number(match[2]) <= major) return null
  const message = `was written by a newer Testwarden (${match[0]}); this version reads up to testwarden.${name}/${major}`
  return { ok: false, fault: 'newer', message }
}

function damaged(message: string): Refusal {
  return { ok: false, fault: 'damaged', message }
}

function explain(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'the top'
  return `is wrong at ${path}: expected ${issue.expected ?? issue.type}, got ${shorten(issue.received)}`
}

function shorten(received: string): string {
  return received.length > 80 ? `${received.slice(0, 80)}…` : received
}
