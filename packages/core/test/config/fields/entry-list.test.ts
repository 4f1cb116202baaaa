import { describe, expect, test } from '@jest/globals'
import { entryList, type ParsedEntry } from '../../../src/config/fields/entry-list.js'

interface Door {
  readonly name: string
}

const field = entryList<Door>(
  { description: 'Doors.', role: 'policy', toText: (doors) => doors.map(({ name }) => name).join(', ') },
  {
    noun: 'A door',
    maxEntries: 2,
    keys: { name: { type: 'string' }, lock: { type: 'string' } },
    required: ['name'],
    parse: parseDoor,
    check: ([first, second]) =>
      first !== undefined && first.name === second?.name
        ? { message: 'A door is listed twice.', remedy: 'Open it.' }
        : null,
  },
)

function parseDoor({ name }: Readonly<Record<string, unknown>>): ParsedEntry<Door> {
  return typeof name === 'string' ? { ok: true, value: { name } } : { ok: false, fault: { message: 'It has no name.' } }
}

describe('a list of entries', () => {
  test('is empty where nobody wrote it, and no input can set it', () => {
    expect(field).toMatchObject({ fallback: [], input: null, role: 'policy', stricter: null })
    expect(field.tighten).toBeUndefined()
  })

  test('is parsed entry by entry', () => {
    expect(field.parse([{ name: 'a', lock: 'b' }, { name: 'c' }])).toEqual({
      ok: true,
      value: [{ name: 'a' }, { name: 'c' }],
    })
    expect(field.parse([])).toEqual({ ok: true, value: [] })
  })

  test.each([['doors'], [{ name: 'a' }], [[{ name: 'a' }, { name: 'b' }, { name: 'c' }]]])('is not %j', (raw) => {
    expect(field.parse(raw)).toEqual({ ok: false, expected: 'a list of `{name, lock}`' })
  })

  test.each([
    [[{ name: 'a' }, 'b'], ['1'], 'A door needs keys.', 'Write a list of `{name, lock}`.'],
    [[{ name: 'a', key: 1 }], ['0'], 'A door has no key key.', 'Write a list of `{name, lock}`.'],
    [[{ name: 'a', toString: 1 }], ['0'], 'A door has no key toString.', 'Write a list of `{name, lock}`.'],
    [[{ name: 'a' }, {}], ['1'], 'It has no name.', 'Write a list of `{name, lock}`.'],
    [[{ name: 'a' }, { name: 'a' }], [], 'A door is listed twice.', 'Open it.'],
  ])('with a fault names the entry: %j', (raw, path, message, remedy) => {
    expect(field.parse(raw)).toMatchObject({ ok: false, fault: { path, message, remedy } })
  })

  test('has the schema of its keys, and of no other', () => {
    expect(field.jsonSchema).toEqual({
      type: 'array',
      maxItems: 2,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: { name: { type: 'string' }, lock: { type: 'string' } },
      },
    })
  })
})
