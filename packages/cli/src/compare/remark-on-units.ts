import type { ComparedBenchmark, ComparedTable } from '@testwarden/core/files/compare-file'

/** What each side has in a metric or unit of its own stands alone in two tables: each row says why. */
export function remarkOnUnits(tables: readonly ComparedTable[]): readonly ComparedTable[] {
  const gone = namesWithout('head', tables)
  const came = namesWithout('base', tables)
  const changed = new Set([...gone].filter((name) => came.has(name)))
  if (changed.size === 0) return tables
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => (isAlone(row) && changed.has(row.name) ? remarked(row) : row)),
  }))
}

function namesWithout(side: 'base' | 'head', tables: readonly ComparedTable[]): ReadonlySet<string> {
  return new Set(tables.flatMap(({ rows }) => rows.filter((row) => row[side] === null).map(({ name }) => name)))
}

function isAlone({ base, head }: ComparedBenchmark): boolean {
  return base === null || head === null
}

function remarked(row: ComparedBenchmark): ComparedBenchmark {
  return { ...row, remarks: [...row.remarks, 'unit-changed'] }
}
