import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { encodeRun } from '@testwarden/history/tests/encode-run'
import { runOf } from '../kit.js'

/** Outcomes by test key: `P`, `F`, `FP`. */
export type Outcomes = Readonly<Record<string, string>>

/** The record of one run, which holds its whole roster. @param at number of its commit, in the order of the branch */
export function recordOf(at: number, outcomes: Outcomes, part: Partial<HistoryRecord> = {}): HistoryRecord {
  const cases = Object.keys(outcomes)
    .sort()
    .map((key) => ({ key, outcome: outcomes[key] ?? 'P', fingerprint: null, durationUs: 1000 }))
  return {
    schema: 'testwarden.record/1',
    key: { ...runOf().key, run: String(at) },
    testedSha: shaOf(at),
    tree: `a${String(at).padStart(39, '0')}`,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString(),
    machine: runOf().machine,
    body: encodeRun({ cases, isWhole: true, withheld: null }, []),
    ...part,
  }
}

export function shaOf(at: number): string {
  return String(at).padStart(40, '0')
}

/** One record for each commit. @param line one letter for each outcome of the test `x`, with attempts in brackets */
export function recordsOf(line: string, others: Outcomes = { y: 'P' }): HistoryRecord[] {
  return [...line.matchAll(/\[([PFES]+)\]|([PFES])/g)].map(([, several, one], at) =>
    recordOf(at, { ...others, x: several ?? one ?? 'P' }),
  )
}

/** The same commit, or tree, tested once more. */
export function again(record: HistoryRecord, outcomes: Outcomes, part: Partial<HistoryRecord> = {}): HistoryRecord {
  const time = new Date(Date.parse(record.time) + 60_000).toISOString()
  const key = { ...record.key, run: `${record.key.run}-again` }
  return recordOf(0, outcomes, { ...record, key, time, body: recordOf(0, outcomes).body, ...part })
}
