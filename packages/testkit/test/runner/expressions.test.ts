// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of GitHub expressions
import { describe, expect, test } from '@jest/globals'
import { evaluateTemplate, INPUT_DEFAULT_CONTEXTS } from '../../src/runner/expressions.js'

function evaluate(text: string): string {
  const contexts = { github: { token: 't', sha: 'abc' }, matrix: { os: 'linux', node: [20, 24] } }
  return evaluateTemplate(text, contexts, INPUT_DEFAULT_CONTEXTS)
}

describe('evaluateTemplate', () => {
  test('replaces expressions inside text', () => {
    expect(evaluate('${{ github.token }}')).toBe('t')
    expect(evaluate("a ${{ github.sha }} ${{ format('{0}}}', 'b') }} c")).toBe('a abc b} c')
    expect(evaluate('no expression')).toBe('no expression')
  })

  test('gives JSON of a matrix and nothing for what is not set', () => {
    expect(JSON.parse(evaluate('${{ toJSON(matrix) }}'))).toEqual({ os: 'linux', node: [20, 24] })
    expect(evaluate('${{ toJSON(job) }}')).toBe('null')
    expect(evaluate('${{ github.nothing }}')).toBe('')
  })

  test('refuses contexts that a default may not use, and what does not end', () => {
    expect(() => evaluate('${{ secrets.TOKEN }}')).toThrow()
    expect(() => evaluate('${{ github.token')).toThrow('not closed')
  })
})
