import { Fields } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'

/** One number of one benchmark. */
export interface CustomEntry {
  readonly name: string
  readonly unit: string
  /** NaN for what is no number. */
  readonly value: number
  /** `± 5`, `3%` or any other text: what it is of nobody knows but who wrote it. */
  readonly range: string | null
}

const WANTED = new Set(['name', 'unit', 'value', 'range'])
const NUMBER = /^\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*$/

/** `{ name, unit, value, range?, extra? }`; nobody checks what they are made of, so a number may stand in quotes. */
export class EntryVisitor {
  visitor(done: (entry: CustomEntry) => void): JsonVisitor {
    const fields: Fields = new Fields(WANTED, {
      done: () =>
        done({
          name: fields.text('name') ?? '',
          unit: fields.text('unit') ?? '',
          value: fields.number('value') ?? numberOf(fields.text('value')),
          range: fields.text('range'),
        }),
    })
    return fields
  }
}

function numberOf(text: string | null): number {
  return text !== null && NUMBER.test(text) ? Number(text) : Number.NaN
}
