import type { Field, InnerFault, Parsed } from '../field.js'
import { isMapping } from '../layer.js'
import type { EntryFault, ParsedEntry } from './entry-list.js'
import type { FieldDetails } from './field-details.js'

export interface EntryMapDetails<Entry>
  extends Omit<FieldDetails<readonly Entry[]>, 'fallback' | 'input'>,
    Pick<Field<readonly Entry[]>, 'tighten' | 'join' | 'toText'> {}

/** What a mapping from names to entries looks like. */
export interface EntryMapShape<Entry> {
  /** ``runbooks as `<rule>: https://…` ``: what a message asks for. */
  readonly expected: string
  readonly maxEntries: number
  /** The JSON Schema of the names. */
  readonly names: Readonly<Record<string, unknown>>
  /** The JSON Schema of what stands behind a name. */
  readonly entry: Readonly<Record<string, unknown>>
  parse(name: string, written: unknown): ParsedEntry<Entry>
  /** As for a list: what is wrong with the entries as a whole; null: nothing. */
  check?(entries: readonly Entry[]): EntryFault | null
}

/** Entries by name, which only the config file can have. A fault names the entry that it is in. */
export function entryMap<Entry>(details: EntryMapDetails<Entry>, shape: EntryMapShape<Entry>): Field<readonly Entry[]> {
  return {
    ...details,
    type: 'field',
    fallback: [],
    fallbackText: '',
    input: null,
    stricter: null,
    jsonSchema: {
      type: 'object',
      maxProperties: shape.maxEntries,
      propertyNames: shape.names,
      additionalProperties: shape.entry,
    },
    parse: (raw) => parseEntries(raw, shape),
  }
}

function parseEntries<Entry>(raw: unknown, shape: EntryMapShape<Entry>): Parsed<readonly Entry[]> {
  const { expected } = shape
  const refuse = ({ message, path = [], remedy = `Write ${expected}.` }: EntryFault, name: InnerFault['path']) =>
    ({ ok: false, expected, fault: { path: [...name, ...path], message, remedy } }) as const
  if (!isMapping(raw) || Object.keys(raw).length > shape.maxEntries) return { ok: false, expected }
  const entries: Entry[] = []
  for (const [name, written] of Object.entries(raw)) {
    const entry = shape.parse(name, written)
    if (!entry.ok) return refuse(entry.fault, [name])
    entries.push(entry.value)
  }
  const fault = shape.check?.(entries) ?? null
  return fault === null ? { ok: true, value: entries } : refuse(fault, [])
}
