import { type BenchmarkRecord, type ProcessNumbers, readBenchmarkRecord, type StatNumbers } from './benchmark-record.js'
import { type MetricRoster, rosterOf } from './metric-roster.js'
import type { MeasuredProcess, MeasuredStats, MeasuredValue, RecordedBenchmarks } from './recorded-benchmarks.js'

export interface DecodedBenchmarks {
  /** One for each body; null: it cannot be used. */
  readonly runs: readonly (RecordedBenchmarks | null)[]
  /** Of the last body that can be used: what the next record may rest on. */
  readonly roster: MetricRoster | null
  readonly problems: readonly string[]
}

/** @param bodies of the records of one job and matrix cell, oldest first; those that hold rosters among them */
export function decodeBenchmarks(bodies: readonly unknown[]): DecodedBenchmarks {
  const faults = new Map<string, number>()
  const records = bodies.map((body) => {
    const read = readBenchmarkRecord(body)
    if (!read.ok) faults.set(read.fault, (faults.get(read.fault) ?? 0) + 1)
    return read.ok ? read.record : null
  })
  const shelf = shelfOf(records)
  const runs = records.map((record) => {
    const run = record === null ? null : decode(record, shelf)
    if (record !== null && run === null) faults.set(UNREADABLE, (faults.get(UNREADABLE) ?? 0) + 1)
    return run
  })
  const last = records.findLast((record, index) => record !== null && runs[index] !== null) ?? null
  return { runs, roster: last === null ? null : rosterFor(last, shelf), problems: problemsOf(faults) }
}

const UNREADABLE = 'the names that its values belong to are missing or others'

/** Of two rosters with one id, one is not what its id says. */
function shelfOf(records: readonly (BenchmarkRecord | null)[]): ReadonlyMap<string, MetricRoster> {
  const shelf = new Map<string, MetricRoster>()
  for (const record of records) {
    if (record === null || typeof record.roster === 'string') continue
    const { id, names } = record.roster
    if (!shelf.has(id) && rosterOf(names).id === id) shelf.set(id, record.roster)
  }
  return shelf
}

function rosterFor({ roster }: BenchmarkRecord, shelf: ReadonlyMap<string, MetricRoster>): MetricRoster | null {
  return shelf.get(typeof roster === 'string' ? roster : roster.id) ?? null
}

function decode(record: BenchmarkRecord, shelf: ReadonlyMap<string, MetricRoster>): RecordedBenchmarks | null {
  const roster = rosterFor(record, shelf)
  if (roster === null || record.processes.length !== roster.names.length) return null
  const values = roster.names.flatMap((name, place): MeasuredValue[] => {
    const processes = processesOf(record.processes[place] ?? null)
    return processes.length === 0 ? [] : [{ ...name, processes, stats: statsOf(record.stats[place] ?? null) }]
  })
  const accepted = record.accepted.flatMap((place) => roster.names[place]?.key ?? [])
  const sorted = values.sort((left, right) => (left.key < right.key ? -1 : 1))
  return { values: sorted, isWhole: record.isWhole, kernelNs: record.kernelNs, accepted }
}

function processesOf(numbers: ProcessNumbers): MeasuredProcess[] {
  const processes: MeasuredProcess[] = []
  for (let at = 0; at < (numbers?.length ?? 0); at += 3) {
    const [median = 0, mad = 0, count = 0] = numbers?.slice(at, at + 3) ?? []
    processes.push({ median, mad, count })
  }
  return processes
}

function statsOf(numbers: StatNumbers): MeasuredStats | null {
  if (numbers === null) return null
  const [min = null, max = null, mean = null, median = null, stddev = null, iqr = null] = numbers
  return { min, max, mean, median, stddev, iqr }
}

/** The same fault of many runs is one problem. */
function problemsOf(faults: ReadonlyMap<string, number>): readonly string[] {
  return [...faults].map(([fault, count]) =>
    count === 1 ? `One run is left out, because ${fault}.` : `${count} runs are left out, because ${fault}.`,
  )
}
