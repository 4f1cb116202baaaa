import { describe, expect, test } from '@jest/globals'
import { HANDLERS } from '../../src/fake-github/handlers.js'
import { publishedOperations } from '../../src/fake-github/operations.js'
import { needsOf } from '../../src/fake-github/permissions.js'

const operations = publishedOperations()
const ids = operations.all.map(({ id }) => id)

describe('the cut description', () => {
  test('has every operation that is simulated', () => {
    expect([...HANDLERS.keys()].filter((id) => !ids.includes(id))).toEqual([])
  })

  test.each(operations.all.map((operation) => [operation.id, operation] as const))('can check %s', (_, operation) => {
    expect(() => operations.checkParameters(operation, 'path', {})).not.toThrow()
    expect(() => operations.checkParameters(operation, 'query', {})).not.toThrow()
    expect(() => operations.checkBody(operation, {})).not.toThrow()
    for (const status of operation.responses.keys())
      expect(() => operations.checkResponse(operation, Number(status), {})).not.toThrow()
    expect(operation.responses.size + (operation.method === 'DELETE' ? 1 : 0)).toBeGreaterThan(0)
  })

  test('has no operation without a known permission', () => {
    for (const id of ids) expect(() => needsOf(id)).not.toThrow()
    expect(() => needsOf('issues/lock')).toThrow('issues/lock')
  })
})

describe('find', () => {
  function idOf(method: string, path: string): string | undefined {
    return operations.find(method, path)?.operation.id
  }

  test('prefers the more exact template', () => {
    expect(idOf('GET', '/repos/o/r/commits/feature/x/check-runs')).toBe('checks/list-for-ref')
    expect(idOf('GET', '/repos/o/r/commits/feature/x')).toBe('repos/get-commit')
    expect(idOf('GET', '/repos/o/r/issues/comments/1')).toBe('issues/get-comment')
    expect(idOf('GET', '/repos/o/r/issues/1')).toBe('issues/get')
  })

  test('takes refs with slashes, plain or escaped', () => {
    expect(operations.find('GET', '/repos/o/r/git/ref/heads/a/b')?.pathValues.ref).toBe('heads/a/b')
    expect(operations.find('GET', '/repos/o/r/compare/a%2Fb...c')?.pathValues.basehead).toBe('a/b...c')
  })

  test('knows nothing else', () => {
    expect(idOf('POST', '/repos/o/r')).toBeUndefined()
    expect(idOf('GET', '/repos/o')).toBeUndefined()
  })
})
