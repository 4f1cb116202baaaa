import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { besideLine, extendLine } from '../../src/line/known-line.js'
import { runOf } from './kit.js'

function record(
  testedSha: string,
  parent: string | null,
  trust: HistoryRecord['trust'] = 'default-branch',
): HistoryRecord {
  return {
    schema: 'testwarden.record/1',
    key: { ...runOf().key, run: testedSha },
    testedSha,
    tree: null,
    branch: 'main',
    event: 'push',
    trust,
    time: '2026-01-01T00:00:00Z',
    machine: runOf().machine,
    body: null,
    parent,
  }
}

describe('a line of commits', () => {
  test('goes on through the parents that records name, and ends where none was written', () => {
    const records = [record('d', 'c'), record('c', 'b'), record('a', null)]
    expect(extendLine({ ancestors: ['e', 'd'], isWhole: false }, records)).toEqual({
      ancestors: ['e', 'd', 'c', 'b'],
      isWhole: false,
    })
  })

  test('is whole when it reaches a commit without parents', () => {
    expect(extendLine({ ancestors: ['b'], isWhole: false }, [record('b', 'a'), record('a', null)])).toEqual({
      ancestors: ['b', 'a'],
      isWhole: true,
    })
  })

  test('does not believe what a pull request says of parents, and survives a circle', () => {
    const start = { ancestors: ['b'], isWhole: false }
    expect(extendLine(start, [record('b', 'x', 'fork'), record('b', 'y', 'pull-request')]).ancestors).toEqual(['b'])
    expect(extendLine(start, [record('b', 'a'), record('a', 'b')]).ancestors).toEqual(['b', 'a'])
  })

  test('that nobody knows the beginning of stays unknown', () => {
    expect(extendLine({ ancestors: [], isWhole: false }, [record('b', 'a')]).ancestors).toEqual([])
  })
})

test('commits that descend from the line are beside it, however far', () => {
  const records = [record('b', 'a'), record('c', 'b'), record('d', 'c'), record('z', 'y')]
  expect([...besideLine({ ancestors: ['b', 'a'], isWhole: false }, records)]).toEqual(['c', 'd'])
})
