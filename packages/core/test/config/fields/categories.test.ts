import { expect, test } from '@jest/globals'
import { categories } from '../../../src/config/fields/categories.js'

const field = categories({ description: 'Kinds of tests.' })

test('a kind of tests has paths, whole words, markers, an owner and a budget', () => {
  const written = {
    database: { paths: 'tests/db/**', names: ['SQL'], markers: 'db', owner: 'acme/data', budget: '90s' },
  }
  expect(field.parse(written)).toEqual({
    ok: true,
    value: [
      {
        name: 'database',
        paths: ['tests/db/**'],
        words: ['sql'],
        markers: ['db'],
        owner: 'acme/data',
        budgetMs: 90_000,
      },
    ],
  })
})

test.each([
  [{ db: { path: 'x' } }, ['db'], 'no key path'],
  [{ db: { budget: '90' } }, ['db'], 'budget of db is no time'],
  [{ db: 'tests/db' }, ['db'], 'needs keys'],
  [{ '/': { paths: 'x' } }, ['/'], 'no name'],
])('%j is refused at its key', (written, path, message) => {
  expect(field.parse(written)).toMatchObject({ ok: false, fault: { path, message: expect.stringContaining(message) } })
})

test('a change cannot redefine the kinds of its base', () => {
  const file = { kind: 'file', path: 'c.yml', line: 1, at: null } as const
  const written = [{ name: 'a', paths: [], words: ['a'], markers: [], owner: null, budgetMs: 1000 }]
  expect(field.tighten?.({ value: written, origin: file }, [])).toBe(written)
  expect(field.tighten?.({ value: [], origin: { kind: 'assumed' } }, written)).toBe(written)
})
