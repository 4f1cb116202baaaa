import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'

/**
 * The counters of the whole report. JaCoCo leaves out a counter that counts nothing. Its instructions are bytecode, of
 * which one statement makes many: they are no statements, and nobody could find one in a source file.
 */
export class DeclaredCounters {
  private readonly counts = new Map<string, Count>()

  add(type: string, count: Count): void {
    if (this.counts.size < MAX_TYPES) this.counts.set(type, count)
  }

  /** Whether there is code, but none of it knows its line. */
  get areLinesMissing(): boolean {
    return (this.counts.get('INSTRUCTION')?.total ?? 0) > 0 && (this.counts.get('LINE')?.total ?? 0) === 0
  }

  /** null without any counter. */
  totals(): CoverageTotals | null {
    if (this.counts.size === 0) return null
    return {
      lines: this.counts.get('LINE') ?? { covered: 0, total: 0 },
      branches: this.counts.get('BRANCH') ?? null,
      functions: this.counts.get('METHOD') ?? null,
      statements: null,
    }
  }
}

/** There are six. */
const MAX_TYPES = 16
