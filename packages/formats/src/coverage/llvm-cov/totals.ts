import { addCounts, type Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import type { JsonContainer, JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { readJsonCount } from '../json-numbers.js'

/** `{ lines: { count: 15, covered: 11, percent: 73.3 }, branches: {...}, functions: {...} }` of each export in the file. */
export class DeclaredTotals implements JsonVisitor {
  private readonly sums = new Map<string, Count>()

  enter(metric: string, container: JsonContainer): JsonVisitor | null {
    if (container !== 'object') return null
    const fields = { count: 0, covered: 0 }
    return {
      scalar: (key, value) => readField(fields, key, value),
      leave: () => this.add(metric, fields),
    }
  }

  /** null when the file claims nothing about lines. */
  totals(): CoverageTotals | null {
    const lines = this.sums.get('lines')
    if (lines === undefined) return null
    const branches = this.sums.get('branches')
    return {
      lines,
      branches: branches === undefined || branches.total === 0 ? null : branches,
      functions: this.sums.get('functions') ?? null,
      statements: null,
    }
  }

  private add(metric: string, { count, covered }: { readonly count: number; readonly covered: number }): void {
    const known = this.sums.get(metric) ?? { covered: 0, total: 0 }
    this.sums.set(metric, addCounts(known, { covered: Math.min(covered, count), total: count }))
  }
}

function readField(fields: { count: number; covered: number }, key: string, value: JsonScalar): void {
  if (key === 'count' || key === 'covered') fields[key] = readJsonCount(value)?.hits ?? 0
}
