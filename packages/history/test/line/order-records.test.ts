import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { extendLine } from '../../src/line/known-line.js'
import { orderRecords } from '../../src/line/order-records.js'
import { runOf } from './kit.js'

/** Of the commit with this number, each a child of the one before. */
function record(at: number, part: Partial<HistoryRecord> = {}): HistoryRecord {
  return {
    schema: 'testwarden.record/1',
    key: { ...runOf().key, run: String(at) },
    testedSha: `c${at}`,
    tree: `t${at}`,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: `2026-01-01T00:${String(at).padStart(2, '0')}:00Z`,
    machine: runOf().machine,
    body: null,
    parent: `c${at - 1}`,
    ...part,
  }
}

const FUTURE = '2099-01-01T00:00:00Z'
const PAST = '1970-01-01T00:00:00Z'

function lineOf(records: readonly HistoryRecord[], ancestors: readonly string[]): readonly string[] {
  const line = extendLine({ ancestors, isWhole: false }, records)
  return orderRecords(records, line).line.map(({ testedSha }) => testedSha)
}

describe('a record whose clock was wrong', () => {
  test.each([FUTURE, PAST])('%s stays at its commit where the order of commits is known', (time) => {
    const records = [1, 2, 3, 4].map((at) => record(at, at === 2 ? { time } : {}))
    expect(lineOf(records, ['c4', 'c3', 'c2', 'c1'])).toEqual(['c1', 'c2', 'c3', 'c4'])
  })

  test.each([FUTURE, PAST])('%s stays at its commit where only parents tell the order', (time) => {
    const records = [1, 2, 3, 4].map((at) => record(at, at === 4 || at === 1 ? { time } : {}))
    expect(lineOf(records, ['c4'])).toEqual(['c1', 'c2', 'c3', 'c4'])
  })

  test.each([
    FUTURE,
    PAST,
  ])('%s neither takes away what came before the known commits nor adds what came after', (time) => {
    // Nobody recorded commit 3, so time alone tells of the two before it; commit 8 came after what is compared with.
    const records = [1, 2, 4, 5, 6, 7, 8].map((at) => record(at, at === 5 ? { time } : {}))
    expect(lineOf(records, ['c7'])).toEqual(['c1', 'c2', 'c4', 'c5', 'c6', 'c7'])
  })
})

describe('without a checkout', () => {
  test('commits after what is compared with are left out, though nobody recorded that very commit', () => {
    const records = [1, 2, 4, 5].map((at) => record(at))
    expect(lineOf(records, ['c3'])).toEqual(['c1', 'c2'])
  })
})

describe('a fork', () => {
  const fork = { trust: 'fork' as const, tree: 't2', testedSha: 'f' }

  test('is heard of trees of its own', () => {
    const records = [record(2), record(50, { ...fork, tree: 'own' })]
    expect(orderRecords(records, { ancestors: ['c2'], isWhole: true }).elsewhere).toHaveLength(1)
  })

  test('is not heard of a tree that somebody else tested, which it may only claim', () => {
    const records = [record(2), record(3, { trust: 'pull-request', tree: 't9' })]
    const forks = [record(50, fork), record(51, { ...fork, tree: 't9' })]
    const { elsewhere } = orderRecords([...records, ...forks], { ancestors: ['c2'], isWhole: true })
    expect(elsewhere.map(({ trust }) => trust)).toEqual(['pull-request'])
  })

  test('is never on the line, whatever commit it claims', () => {
    const records = [record(1), record(2, { trust: 'fork', testedSha: 'c2', parent: 'c1' })]
    expect(lineOf(records, ['c2', 'c1'])).toEqual(['c1'])
  })
})
