import type { BenchmarkMetric, BenchmarkReport } from '@testwarden/core/model/benchmark'

/** What one side has of a benchmark. */
export type Measured = Pick<BenchmarkMetric, 'name' | 'metric' | 'unit' | 'direction' | 'samples'>

/** By metric and unit, as values of different units are never compared, then by name. */
export type SideTables = ReadonlyMap<string, ReadonlyMap<string, Measured>>

/** Whether a benchmark is looked at, by its name. */
export type NameFilter = (name: string) => boolean

type OpenTable = Map<string, Measured>

/** Reports of one side as one: what several of them have ran in as many processes, at least. */
export function foldSide(reports: readonly BenchmarkReport[], isWanted: NameFilter): SideTables {
  const tables = new OpenTables()
  const repeated = new Map<Measured, (readonly number[])[]>()
  for (const { metrics } of reports)
    for (const seen of metrics) {
      if (!isWanted(seen.name)) continue
      const table = tables.of(seen)
      const first = table.get(seen.name)
      if (first === undefined) table.set(seen.name, seen)
      else repeated.set(first, addProcesses(repeated.get(first) ?? [...first.samples], seen))
    }
  for (const [first, samples] of repeated) tables.of(first).set(first.name, { ...first, samples })
  return tables.byKey
}

function addProcesses(processes: (readonly number[])[], { samples }: Measured): (readonly number[])[] {
  for (const process of samples) processes.push(process)
  return processes
}

class OpenTables {
  readonly byKey = new Map<string, OpenTable>()
  private readonly byMetric = new Map<string, Map<string, OpenTable>>()

  /** Is asked for each of many thousands, so no key is made where the table is there. */
  of({ metric, unit }: Measured): OpenTable {
    const known = this.byMetric.get(metric)?.get(unit)
    if (known !== undefined) return known
    const table: OpenTable = new Map()
    const units = this.byMetric.get(metric) ?? new Map<string, OpenTable>()
    this.byMetric.set(metric, units.set(unit, table))
    this.byKey.set(`${metric}\0${unit}`, table)
    return table
  }
}
