import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'

/** `totals` of the report. coverage.py calls lines statements; branches are there when they were measured. */
export class DeclaredTotals implements JsonVisitor {
  private readonly numbers = new Map<string, number>()

  scalar(key: string, value: JsonScalar): void {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) this.numbers.set(key, value)
  }

  /** null when the report claims nothing. */
  totals(): CoverageTotals | null {
    const lines = this.count('covered_lines', 'num_statements')
    if (lines === null) return null
    return { lines, branches: this.count('covered_branches', 'num_branches'), functions: null, statements: null }
  }

  private count(coveredKey: string, totalKey: string): Count | null {
    const covered = this.numbers.get(coveredKey)
    const total = this.numbers.get(totalKey)
    return covered === undefined || total === undefined ? null : { covered, total }
  }
}
