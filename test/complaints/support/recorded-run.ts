import { benchmarkKey } from '../../../actions/perf-regression/src/metric-key.js'
import type { HistoryRecord } from '../../../packages/core/src/model/history-record.js'
import { benchmarkLinks } from '../../../packages/history/src/benchmarks/benchmark-record.js'
import { encodeBenchmarks } from '../../../packages/history/src/benchmarks/encode-benchmarks.js'
import type { MeasuredValue } from '../../../packages/history/src/benchmarks/recorded-benchmarks.js'
import { encodeSegment } from '../../../packages/history/src/segment.js'
import { describeMachine } from '../../../packages/platform/src/machine.js'
import { git } from '../../../packages/testkit/src/git-remote/git.js'

const KEY = {
  action: 'perf-regression',
  workflow: 'CI',
  job: 'speed',
  step: 'gate',
  checkRun: '',
  run: '1',
  attempt: 1,
}

/** A value that some run measured, in the base unit of its kind: nanoseconds, operations in a second. */
export interface PastValue extends Pick<MeasuredValue, 'unit' | 'direction'> {
  readonly name: string
  readonly metric?: string
  readonly value: number
}

/**
 * What a run of the default branch recorded of the commit that a clone is based on, as a file below `dir:.history`.
 * @param cpu of its machine; that of this one when absent
 */
export function recordedRun(
  { folder }: { readonly folder: string },
  values: readonly PastValue[],
  cpu = describeMachine(process.env).cpu,
): Readonly<Record<string, Uint8Array>> {
  const sorted = values.map(measured).sort((left, right) => (left.key < right.key ? -1 : 1))
  const body = encodeBenchmarks({ values: sorted, isWhole: true, kernelNs: null, accepted: [] }, null)
  const record: HistoryRecord = {
    schema: 'testwarden.record/1',
    key: { ...KEY, matrix: '{}' },
    testedSha: git(folder, ['rev-parse', 'main']).trim(),
    tree: null,
    branch: 'main',
    event: 'push',
    trust: 'default-branch',
    time: new Date(Date.now() - 60_000).toISOString(),
    machine: { ...describeMachine(process.env), cpu },
    body,
    ...benchmarkLinks(body),
  }
  const { path, content } = encodeSegment(record)
  return { [`.history/${path}`]: content }
}

function measured({ name, metric = 'time', unit, direction, value }: PastValue): MeasuredValue {
  const stats = { min: value, max: value, mean: value, median: value, stddev: null, iqr: null }
  const processes = [{ median: value, mad: 0, count: 1 }]
  return { key: benchmarkKey(name, metric), kind: 'benchmark', unit, direction, processes, stats }
}
