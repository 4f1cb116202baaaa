import type { HistoryRecord } from '../../../packages/core/src/model/history-record.js'
import { benchmarkLinks } from '../../../packages/history/src/benchmarks/benchmark-record.js'
import { decodeBenchmarks } from '../../../packages/history/src/benchmarks/decode-benchmarks.js'
import { encodeBenchmarks } from '../../../packages/history/src/benchmarks/encode-benchmarks.js'
import type { MeasuredValue, RecordedBenchmarks } from '../../../packages/history/src/benchmarks/recorded-benchmarks.js'
import { decodeSegment, encodeSegment } from '../../../packages/history/src/segment.js'
import { seededRandom } from '../../../packages/stats/src/seeded-random.js'
import { git } from '../../../packages/testkit/src/git-remote/git.js'
import type { GitRemote } from '../../../packages/testkit/src/git-remote/git-remote.js'
import type { Times } from './bench-report.js'

const BRANCH = 'refs/heads/testwarden-history'

/** Draws the times of one run after another: each benchmark a few percent off, and all of them together a little. */
export function createNoise(seed: number): (times: Times) => Times {
  const { next } = seededRandom(seed)
  // Of twelve draws the sum has a standard deviation of 1.
  const normal = (): number => Array.from({ length: 12 }, next).reduce((sum, draw) => sum + draw, -6)
  return (times) => {
    const run = 0.01 * normal()
    const noisy = ([name, ns]: [string, number]) => [name, Math.round(ns * Math.exp(run + 0.025 * normal()))] as const
    return Object.fromEntries(Object.entries(times).map(noisy))
  }
}

/** Every record on the history branch, in the order of their times. */
export function recordsOn(remote: GitRemote): readonly HistoryRecord[] {
  if (remote.refSha(BRANCH) === null) return []
  const paths = git(remote.folder, ['ls-tree', '-r', '--name-only', BRANCH]).split('\n')
  const records = paths
    .filter((path) => path.endsWith('.jsonl'))
    .flatMap((path) => {
      const content = new TextEncoder().encode(`${git(remote.folder, ['show', `${BRANCH}:${path}`])}\n`)
      return decodeSegment({ path, content }).records
    })
  return records.toSorted((left, right) => Date.parse(left.time) - Date.parse(right.time))
}

/** A commit of the default branch, and what its benchmarks took. */
export interface PastPush {
  readonly sha: string
  readonly parent: string
  /** @param matrix the cell of a job, as canonical JSON */
  readonly timesIn: (matrix: string) => Times
}

/**
 * Records of pushes as the gate itself wrote the last one of each matrix cell, put straight on the history branch: thirty
 * runs of it take a minute.
 */
export function recordPushes(remote: GitRemote, pushes: readonly PastPush[]): void {
  const models = modelsOn(remote)
  const segments = pushes.flatMap((push, index) =>
    models.map((model) => encodeSegment(recordOf(push, { ...model, number: index + 1 }))),
  )
  const files = Object.fromEntries(segments.map(({ path, content }) => [path, content]))
  const parent = remote.refSha(BRANCH)
  remote.setRef(BRANCH, remote.commit({ parents: parent === null ? [] : [parent], files, message: 'Pushes' }))
}

interface Model {
  readonly model: HistoryRecord
  readonly run: RecordedBenchmarks
}

/** The newest record of each matrix cell. */
function modelsOn(remote: GitRemote): readonly Model[] {
  const records = recordsOn(remote)
  const { runs } = decodeBenchmarks(records.map(({ body }) => body))
  const newest = new Map<string, Model>()
  for (const [index, model] of records.entries()) {
    const run = runs[index] ?? null
    if (run !== null) newest.set(model.key.matrix, { model, run })
  }
  if (newest.size === 0) throw new Error('no run of the gate to go by')
  return [...newest.values()]
}

function recordOf(
  { sha, parent, timesIn }: PastPush,
  { model, run, number }: Model & { readonly number: number },
): HistoryRecord {
  const times = timesIn(model.key.matrix)
  const values = run.values.map((value) => ({ ...value, ...measured(times[nameOf(value)] ?? Number.NaN) }))
  const body = encodeBenchmarks({ ...run, values, accepted: [] }, null)
  return {
    ...model,
    ...benchmarkLinks(body),
    body,
    key: { ...model.key, run: `past-${model.key.run}-${number}` },
    testedSha: sha,
    parent,
    tree: null,
    time: new Date(Date.parse(model.time) + number).toISOString(),
  }
}

/** `BenchmarkParse` behind its package, as {@link Times} call it. */
function nameOf({ key }: Pick<MeasuredValue, 'key'>): string {
  return /Benchmark(\w+)/.exec(key)?.[1] ?? ''
}

function measured(ns: number): Pick<MeasuredValue, 'processes' | 'stats'> {
  const stats = { min: ns, max: ns, mean: ns, median: ns, stddev: null, iqr: null }
  return { processes: [{ median: ns, mad: 0, count: 1 }], stats }
}
