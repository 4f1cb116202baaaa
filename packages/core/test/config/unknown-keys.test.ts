import { describe, expect, test } from '@jest/globals'
import { percent } from '../../src/config/fields/percent.js'
import { findUnknownKeys } from '../../src/config/unknown-keys.js'

const schema = {
  coverage: {
    patch: { line: percent({ description: '', fallback: null, input: null, role: 'policy', stricter: 'higher' }) },
  },
} as const

function errorsOf(root: Record<string, unknown>) {
  return findUnknownKeys({ path: 'testwarden.yml', root, lineOf: () => 7 }, schema)
}

describe('keys that mean nothing', () => {
  test('a typo is told with its line and the word that was meant', () => {
    const [error] = errorsOf({ coverage: { patsh: { line: 90 } } })
    expect(error?.message).toBe('The key coverage.patsh is not known.')
    expect(error).toMatchObject({ path: 'testwarden.yml', line: 7, remedy: 'Did you mean patch?' })
  })

  test('a word that is near nothing gets the list of what is known', () => {
    expect(errorsOf({ benchmarks: {} })[0]?.remedy).toBe('Known here: coverage.')
  })

  test('a value where keys are needed is told', () => {
    expect(errorsOf({ coverage: { patch: 90 } })[0]?.message).toBe('The key coverage.patch needs keys below it.')
  })

  test('names of the prototype are not known', () => {
    expect(errorsOf(JSON.parse('{"constructor": 1, "__proto__": 2}'))).toHaveLength(2)
  })

  test('a correct file has none', () => {
    expect(errorsOf({ coverage: { patch: { line: 90 } } })).toEqual([])
  })

  test('a file of thousands of them is told in a few lines, and quickly', () => {
    let asked = 0
    const root = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, 1]))
    const file = { path: 'testwarden.yml', root, lineOf: () => ++asked }
    const errors = findUnknownKeys(file, schema)
    expect(errors).toHaveLength(21)
    expect(errors.at(-1)?.message).toBe('9980 more keys are not known.')
    expect(asked).toBe(20)
  })
})
