import { describe, expect, test } from '@jest/globals'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { RecordKey } from '@testwarden/core/model/record-key'
import { relatedRecords, standInText } from '../../src/line/related-records.js'
import { runOf } from './kit.js'

const OWN = runOf().key

function record(key: Partial<RecordKey>, trust: HistoryRecord['trust'] = 'default-branch'): HistoryRecord {
  return {
    schema: 'testwarden.record/1',
    key: { ...OWN, ...key },
    testedSha: 'a'.repeat(40),
    tree: 'b'.repeat(40),
    branch: 'main',
    event: 'push',
    trust,
    time: '2026-01-01T00:00:00Z',
    machine: runOf().machine,
    body: {},
  }
}

describe('the past of a job', () => {
  test('is its own, whichever run and attempt it is of', () => {
    const own = [record({ run: '7' }), record({ run: '8', attempt: 2 })]
    expect(relatedRecords([...own, record({ job: 'other' })], OWN)).toEqual({ records: own, standIn: null })
  })

  test('is that of the only other job of its matrix cell where it has none, which is said', () => {
    const kin = [record({ workflow: 'main', step: 'x' }), record({ workflow: 'main', step: 'x' }, 'pull-request')]
    const { records, standIn } = relatedRecords([...kin, record({ matrix: '{"os":"mac"}' })], OWN)
    expect(records).toEqual(kin)
    expect(standIn === null ? '' : standInText(standIn)).toBe(
      'This job has no record of its own: earlier runs are those of the job test of main.',
    )
  })

  test('is that of the other job as well where only pull requests of its own were recorded', () => {
    const kin = record({ workflow: 'main' })
    const own = record({}, 'pull-request')
    const { records, standIn } = relatedRecords([own, kin], OWN)
    expect(records).toEqual([kin, own])
    expect(standIn?.workflow).toBe('main')
  })

  test('is unknown where two other jobs may be meant', () => {
    const two = [record({ job: 'unit' }), record({ job: 'slow' })]
    expect(relatedRecords(two, OWN)).toEqual({ records: [], standIn: null })
  })

  test('is never that of a job which only a change has, and no such job makes another one doubtful', () => {
    const proposed = record({ job: 'proposed' }, 'fork')
    expect(relatedRecords([proposed], OWN).records).toEqual([])
    const known = record({ job: 'unit' })
    expect(relatedRecords([proposed, known], OWN).records).toEqual([known])
  })
})
