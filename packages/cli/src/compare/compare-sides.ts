import type { ComparedSide, ComparedTable, ComparisonFile, TestCount } from '@testwarden/core/files/compare-file'
import { CONFIDENCE } from './compare-benchmark.js'
import { compareTables } from './compare-tables.js'
import { foldSide, type NameFilter } from './fold-side.js'
import type { Side } from './read-side.js'
import { sideNotes } from './side-notes.js'

export type Comparison = Omit<ComparisonFile, 'schema'>

export interface ComparisonRequest {
  /** A p value up to this counts as a difference. */
  readonly alpha: number
  readonly isWanted: NameFilter
}

/** Everything that two sides say together. */
export function compareSides(base: Side, head: Side, { alpha, isWanted }: ComparisonRequest): Comparison {
  const tables = compareTables(foldSide(modelsOf(base), isWanted), foldSide(modelsOf(head), isWanted), alpha)
  return {
    alpha,
    confidence: CONFIDENCE,
    base: comparedSide(base, isWanted),
    head: comparedSide(head, isWanted),
    tables,
    tests: countTests(tables, alpha),
    notes: sideNotes(base, head),
  }
}

function modelsOf({ reports }: Side) {
  return reports.map(({ model }) => model)
}

function comparedSide({ pattern, reports }: Side, isWanted: NameFilter): ComparedSide {
  return {
    pattern,
    reports: reports.map(({ path, format }) => ({ path, format })),
    failed: reports.flatMap(({ model }) => model.failed.filter(({ name }) => isWanted(name))),
  }
}

function countTests(tables: readonly ComparedTable[], alpha: number): TestCount {
  const pValues = tables.flatMap(({ rows }) => rows.flatMap(({ pValue }) => pValue ?? []))
  const different = pValues.filter((pValue) => pValue <= alpha).length
  return { made: pValues.length, different, byChance: pValues.length * alpha }
}
