// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of GitHub expressions
import { describe, expect, test } from '@jest/globals'
import {
  evaluateCondition,
  evaluateTemplate,
  evaluateValue,
  INPUT_DEFAULT_CONTEXTS,
  type Status,
} from '../../src/runner/expressions.js'

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

describe('evaluateCondition', () => {
  const contexts = { github: { event_name: 'push' }, needs: { test: { result: 'failure' } }, steps: { failure: 1 } }
  const holds = (text: string, status: Status = 'success') =>
    evaluateCondition({ text, status }, contexts, ['github', 'needs', 'steps'])

  test('asks for success where it asks for no status', () => {
    expect([holds(''), holds('', 'failure'), holds('', 'skipped')]).toEqual([true, false, false])
    expect(holds("github.event_name == 'push'")).toBe(true)
    expect(holds("github.event_name == 'push'", 'failure')).toBe(false)
    // A name is no call.
    expect(holds('steps.failure', 'failure')).toBe(false)
  })

  test('leaves the status to who asks for it', () => {
    expect([holds('failure()', 'failure'), holds('failure()')]).toEqual([true, false])
    expect([holds('${{ !cancelled() }}', 'failure'), holds('!cancelled()', 'cancelled')]).toEqual([true, false])
    expect(holds("always() && needs.test.result == 'x'", 'cancelled')).toBe(false)
    expect(holds("${{ always() && needs.test.result == 'failure' }}", 'cancelled')).toBe(true)
  })

  test('takes null, zero and an empty text for false', () => {
    expect([holds('github.nothing'), holds("''"), holds('0'), holds("'false'")]).toEqual([false, false, false, true])
  })

  test('refuses an expression around a part of it, which would always hold', () => {
    expect(() => holds("${{ github.event_name }} == 'push'")).toThrow('whole')
  })
})

describe('evaluateValue', () => {
  test('gives what a text cannot', () => {
    expect(evaluateValue("${{ fromJSON('[1, true, null]') }}", {}, [])).toEqual([1, true, null])
    expect(() => evaluateValue("a ${{ 'b' }}", {}, [])).toThrow('not one expression')
  })
})
