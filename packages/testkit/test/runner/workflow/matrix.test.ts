// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of GitHub expressions
import { describe, expect, test } from '@jest/globals'
import { expandMatrix, jobName } from '../../../src/runner/workflow/matrix.js'
import type { Strategy } from '../../../src/runner/workflow/workflow.js'

function legs(matrix: Strategy['matrix'], needs: unknown = {}) {
  return expandMatrix({ matrix, isFailFast: true }, { needs })
}

function names(matrix: Strategy['matrix']): readonly string[] {
  return legs(matrix).map((leg) => jobName('test', null, leg))
}

describe('expandMatrix', () => {
  test('is one leg without a matrix', () => {
    expect(legs(null)).toEqual([{ matrix: null, shown: [] }])
    expect(names(null)).toEqual(['test'])
  })

  test('combines all axes, the first one slowest', () => {
    expect(names({ os: ['linux', 'mac'], node: [20, 24] })).toEqual([
      'test (linux, 20)',
      'test (linux, 24)',
      'test (mac, 20)',
      'test (mac, 24)',
    ])
  })

  test('leaves out what is excluded', () => {
    const matrix = { os: ['linux', 'mac'], node: [20, 24], exclude: [{ os: 'mac', node: 20 }] }
    expect(names(matrix)).toEqual(['test (linux, 20)', 'test (linux, 24)', 'test (mac, 24)'])
  })

  test('adds to the legs that an entry fits, and makes a leg of one that fits none', () => {
    const matrix = {
      node: [20, 24],
      include: [{ color: 'green' }, { node: 24, color: 'red' }, { node: 26, experimental: true }],
    }
    expect(legs(matrix).map((leg) => leg.matrix)).toEqual([
      { node: 20, color: 'green' },
      { node: 24, color: 'red' },
      { node: 26, experimental: true },
    ])
    expect(names(matrix)).toEqual(['test (20)', 'test (24)', 'test (26, true)'])
  })

  test('is only what is included where there is no axis', () => {
    expect(names({ include: [{ shard: 1 }, { shard: 2 }] })).toEqual(['test (1)', 'test (2)'])
  })

  test('is an error without any value', () => {
    expect(() => legs({ project: [] })).toThrow('without any values')
    expect(() => legs({ node: [20], exclude: [{ node: 20 }] })).toThrow('without any values')
  })

  test('takes axes and whole matrices from an earlier job', () => {
    const needs = { plan: { outputs: { nodes: '[20,24]', all: '{"shard":[1,2]}' } } }
    expect(legs({ node: '${{ fromJSON(needs.plan.outputs.nodes) }}' }, needs)).toHaveLength(2)
    expect(legs('${{ fromJSON(needs.plan.outputs.all) }}', needs).map((leg) => leg.matrix)).toEqual([
      { shard: 1 },
      { shard: 2 },
    ])
  })
})

test('a job is called as its own name says', () => {
  expect(jobName('test', 'Tests on linux', { matrix: { os: 'linux' }, shown: ['linux'] })).toBe('Tests on linux')
})
