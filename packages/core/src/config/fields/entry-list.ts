import type { Field, InnerFault, Parsed } from '../field.js'
import { isMapping } from '../layer.js'
import type { FieldDetails } from './field-details.js'

export interface EntryListDetails<Entry>
  extends Omit<FieldDetails<readonly Entry[]>, 'fallback' | 'input'>,
    Pick<Field<readonly Entry[]>, 'tighten' | 'toText'> {}

/** What the entries of a list look like. */
export interface EntryShape<Entry> {
  /** `A quarantined test`: how messages call an entry. */
  readonly noun: string
  readonly maxEntries: number
  /** The JSON Schema of each key, in the order in which people read the keys. */
  readonly keys: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly required: readonly string[]
  /** @param entry has no other keys than those above; what they hold is anything */
  parse(entry: Readonly<Record<string, unknown>>): ParsedEntry<Entry>
  /** What is wrong with the entries as a whole, each of which is right by itself; null: nothing. */
  check?(entries: readonly Entry[]): EntryFault | null
}

export type ParsedEntry<Entry> =
  | { readonly ok: true; readonly value: Entry }
  | { readonly ok: false; readonly fault: EntryFault }

export interface EntryFault {
  /** Keys below the entry; absent: the entry itself. */
  readonly path?: readonly string[]
  readonly message: string
  /** Absent: to write an entry with its keys. */
  readonly remedy?: string
}

/** A list of mappings, which only the config file can have. A fault names the entry that it is in. */
export function entryList<Entry>(details: EntryListDetails<Entry>, shape: EntryShape<Entry>): Field<readonly Entry[]> {
  const { maxEntries, keys, required } = shape
  return {
    ...details,
    type: 'field',
    fallback: [],
    fallbackText: '',
    input: null,
    stricter: null,
    jsonSchema: {
      type: 'array',
      maxItems: maxEntries,
      items: { type: 'object', additionalProperties: false, required, properties: keys },
    },
    parse: (raw) => parseEntries(raw, shape),
  }
}

function parseEntries<Entry>(raw: unknown, shape: EntryShape<Entry>): Parsed<readonly Entry[]> {
  const expected = `a list of \`{${Object.keys(shape.keys).join(', ')}}\``
  const refuse = ({ message, path = [], remedy = `Write ${expected}.` }: EntryFault, place: InnerFault['path']) =>
    ({ ok: false, expected, fault: { path: [...place, ...path], message, remedy } }) as const
  if (!Array.isArray(raw) || raw.length > shape.maxEntries) return { ok: false, expected }
  const entries: Entry[] = []
  for (const [index, item] of raw.entries()) {
    const entry = parseEntry(item, shape)
    if (!entry.ok) return refuse(entry.fault, [String(index)])
    entries.push(entry.value)
  }
  const fault = shape.check?.(entries) ?? null
  return fault === null ? { ok: true, value: entries } : refuse(fault, [])
}

function parseEntry<Entry>(item: unknown, shape: EntryShape<Entry>): ParsedEntry<Entry> {
  if (!isMapping(item)) return { ok: false, fault: { message: `${shape.noun} needs keys.` } }
  const unknown = Object.keys(item).find((key) => !Object.hasOwn(shape.keys, key))
  if (unknown !== undefined) return { ok: false, fault: { message: `${shape.noun} has no key ${unknown}.` } }
  return shape.parse(item)
}
