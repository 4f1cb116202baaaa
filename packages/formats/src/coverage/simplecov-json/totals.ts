import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import { readJsonCount } from '../json-numbers.js'

/** `{ lines: { covered, missed, total }, branches: {...}, methods: {...} }`. */
export class DeclaredTotals implements JsonVisitor {
  private readonly counts = new Map<string, Count>()

  enter(metric: string, container: JsonContainer): JsonVisitor | null {
    if (container !== 'object') return null
    let [covered, total] = [0, 0]
    return {
      scalar(key, value) {
        const hits = readJsonCount(value)?.hits ?? 0
        if (key === 'covered') covered = hits
        if (key === 'total') total = hits
      },
      leave: () => this.counts.set(metric, { covered: Math.min(covered, total), total }),
    }
  }

  /** null when the file claims nothing about lines. */
  totals(): CoverageTotals | null {
    const lines = this.counts.get('lines')
    if (lines === undefined) return null
    return {
      lines,
      branches: this.counts.get('branches') ?? null,
      functions: this.counts.get('methods') ?? null,
      statements: null,
    }
  }
}
