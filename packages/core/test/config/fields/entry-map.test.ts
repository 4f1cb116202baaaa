import { describe, expect, test } from '@jest/globals'
import type { ParsedEntry } from '../../../src/config/fields/entry-list.js'
import { entryMap } from '../../../src/config/fields/entry-map.js'

interface Door {
  readonly name: string
  readonly locks: number
}

const EXPECTED = 'doors as `name: locks`'

const field = entryMap<Door>(
  { description: 'Doors.', role: 'policy', toText: (doors) => doors.map(({ name }) => name).join(', ') },
  {
    expected: EXPECTED,
    maxEntries: 2,
    names: { pattern: '^[a-z]$' },
    entry: { type: 'integer' },
    parse: parseDoor,
    check: ([first, second]) =>
      first !== undefined && first.locks === second?.locks
        ? { message: 'Doors are alike.', remedy: 'Add a lock.' }
        : null,
  },
)

function parseDoor(name: string, locks: unknown): ParsedEntry<Door> {
  if (typeof locks === 'number') return { ok: true, value: { name, locks } }
  return { ok: false, fault: { path: ['locks'], message: `${name} has no locks.` } }
}

describe('a map of entries', () => {
  test('is empty where nobody wrote it, and no input can set it', () => {
    expect(field).toMatchObject({ fallback: [], input: null, role: 'policy', stricter: null })
  })

  test('is parsed entry by entry', () => {
    const value = [
      { name: 'a', locks: 1 },
      { name: 'b', locks: 2 },
    ]
    expect(field.parse({ a: 1, b: 2 })).toEqual({ ok: true, value })
    expect(field.parse({})).toEqual({ ok: true, value: [] })
  })

  test.each([['doors'], [['a']], [null], [{ a: 1, b: 2, c: 3 }]])('is not %j', (raw) => {
    expect(field.parse(raw)).toEqual({ ok: false, expected: EXPECTED })
  })

  test.each([
    [{ a: 1, b: 'two' }, ['b', 'locks'], 'b has no locks.', `Write ${EXPECTED}.`],
    [{ a: 1, b: 1 }, [], 'Doors are alike.', 'Add a lock.'],
  ])('with a fault names the entry: %j', (raw, path, message, remedy) => {
    expect(field.parse(raw)).toEqual({ ok: false, expected: EXPECTED, fault: { path, message, remedy } })
  })

  test('has the schema of its names and entries', () => {
    expect(field.jsonSchema).toEqual({
      type: 'object',
      maxProperties: 2,
      propertyNames: { pattern: '^[a-z]$' },
      additionalProperties: { type: 'integer' },
    })
  })
})
