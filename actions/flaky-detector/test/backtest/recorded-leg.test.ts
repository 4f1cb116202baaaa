import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { orderRecords } from '@testwarden/history/line/order-records'
import fc from 'fast-check'
import { createLegReader } from '../../src/backtest/recorded-leg.js'
import { openVariants } from '../../src/backtest/recorded-variant.js'
import { buildPast } from '../../src/reading/build-past.js'
import { recordOf, shaOf } from './kit.js'

const outcome = fc.constantFrom('P', 'P', 'P', 'F', 'FP', 'S')
const run = fc.record({ commit: fc.nat(6), x: outcome, y: outcome, z: outcome, isPull: fc.boolean() })

/** Runs of few commits in any order, some of them of pull requests. */
const histories = fc.array(run, { minLength: 1, maxLength: 14 }).map((runs) =>
  runs.map(({ commit, x, y, z, isPull }, at): HistoryRecord => {
    const record = recordOf(commit, { x, y, z })
    const time = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString()
    return { ...record, time, key: { ...record.key, run: `r${at}` }, trust: isPull ? 'pull-request' : 'default-branch' }
  }),
)

describe('a recorded run', () => {
  test('has the past that collecting would have built when it came', () => {
    fc.assert(
      fc.property(histories, fc.boolean(), (records, knowsGit) => {
        const firstParents = knowsGit ? [6, 5, 4, 3, 2, 1, 0].map(shaOf) : []
        const [variant] = openVariants(records, firstParents)
        const last = records.length - 1
        const tested = records[last]
        if (variant === undefined || tested === undefined) throw new Error('no variant')
        const { past } = createLegReader(variant)({ run: last, watched: new Set(['x', 'y', 'z']) })
        const at = firstParents.indexOf(tested.testedSha)
        const ancestors = at === -1 ? [] : firstParents.slice(at + 1)
        const earlier = records.slice(0, last).filter(({ testedSha }) => testedSha !== tested.testedSha)
        const built = buildPast({
          records: orderRecords(earlier, { ancestors, isWhole: false }),
          keys: ['x', 'y', 'z'],
          wanted: new Set(['x', 'y', 'z']),
          baseSha: ancestors[0] ?? null,
          renames: [],
        }).past
        if (past.kind !== 'known') throw new Error('no past')
        expect(past.stories).toEqual(built.stories)
        expect(past.contradictions).toEqual(expect.arrayContaining([...built.contradictions]))
        expect(past.contradictions).toHaveLength(built.contradictions.length)
        expect(past.usual).toEqual(built.usual)
        expect(past.isOfBase).toBe(built.isOfBase)
        expect(past.commits.map(({ sha, isLeftOut }) => [sha, isLeftOut])).toEqual(
          built.commits.map(({ sha, isLeftOut }) => [sha, isLeftOut]),
        )
      }),
    )
  })
})
