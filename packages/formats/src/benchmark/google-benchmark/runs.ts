import type { GoogleRow } from './row.js'

/** A benchmark: its repetitions, and what was computed of them. */
export interface GoogleRun {
  readonly name: string
  readonly repetitions: GoogleRow[]
  /** Indices of the repetitions. */
  readonly indices: Set<number>
  /** `mean`, `median` and `stddev`, by that word. */
  readonly aggregates: Map<string, GoogleRow>
}

const SUFFIX = /^(.+)_(mean|median|stddev)$/
const STATISTICS = ['mean', 'median', 'stddev']

/**
 * Puts rows of one benchmark together. A repetition that is there already is one of another benchmark of the same name.
 * @returns benchmarks in the order of their first rows; complexity is none
 */
export function runsOf(rows: readonly GoogleRow[]): readonly GoogleRun[] {
  const untyped = new Set(rows.filter(({ isTyped }) => !isTyped).map(({ name }) => name))
  const all: GoogleRun[] = []
  const open = new Map<string, GoogleRun>()
  for (const row of rows.map((one) => (one.isTyped ? one : typed(one, untyped)))) {
    if (row.aggregate !== null && !STATISTICS.includes(row.aggregate)) continue
    const key = [row.runName ?? row.name, row.instance, row.timeUnit].join('\0')
    const known = open.get(key)
    const run = known !== undefined && !isRepeated(known, row) ? known : newRun(row)
    if (run !== known) all.push(run)
    open.set(key, run)
    addTo(run, row)
  }
  return all
}

function newRun(row: GoogleRow): GoogleRun {
  return { name: row.runName ?? row.name, repetitions: [], indices: new Set(), aggregates: new Map() }
}

function isRepeated({ indices, aggregates }: GoogleRun, { aggregate, repetition }: GoogleRow): boolean {
  if (aggregate !== null) return aggregates.has(aggregate)
  return repetition !== null && indices.has(repetition)
}

function addTo({ repetitions, indices, aggregates }: GoogleRun, row: GoogleRow): void {
  if (row.aggregate !== null) {
    aggregates.set(row.aggregate, row)
    return
  }
  repetitions.push(row)
  if (row.repetition !== null) indices.add(row.repetition)
}

/** Before version 1.5 a statistic is known by its name: the one of a benchmark with `_mean` behind it. */
function typed(row: GoogleRow, names: ReadonlySet<string>): GoogleRow {
  const [, base, word] = SUFFIX.exec(row.name) ?? []
  if (row.aggregate !== null || base === undefined || word === undefined) return row
  const isStatistic = names.has(base) || STATISTICS.every((other) => names.has(`${base}_${other}`))
  return isStatistic ? { ...row, runName: base, aggregate: word } : row
}
