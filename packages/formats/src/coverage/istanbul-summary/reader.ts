import type { Count } from '@testwarden/core/model/count'
import type { CoverageReport, CoverageTotals } from '@testwarden/core/model/coverage'
import { ReportError } from '@testwarden/core/model/errors'
import type { Reader, ReaderOptions } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import type { JsonContainer, JsonScalar, JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'

const WHOLE = 'total'

/** Reads Istanbul JSON summary (coverage-summary.json). */
export function istanbulSummaryReader({ path }: ReaderOptions): Reader<CoverageReport> {
  return jsonReader(path, (warnings) => {
    const document = new SummaryDocument(path, warnings)
    return { visitor: document, model: () => document.report() }
  })
}

class SummaryDocument implements JsonVisitor {
  private readonly path: string
  private readonly warnings: WarningLog
  /** By metric: lines, branches, functions, statements and what is none of ours. */
  private readonly counts = new Map<string, CountVisitor>()
  private fileCount = 0

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
  }

  enter(_key: string, container: JsonContainer): JsonVisitor | null {
    return container === 'object' ? { enter: (key) => this.enterEntry(key) } : null
  }

  report(): CoverageReport {
    const files = this.fileCount === 1 ? '1 file' : `${this.fileCount} files`
    this.warnings.add(
      `the report has totals of ${files} and no lines, so nothing can be judged by it: let the tool write coverage-final.json or lcov.info too`,
      null,
    )
    return { dialect: null, files: [], sources: [], declared: this.totals() }
  }

  private enterEntry(key: string): JsonVisitor | null {
    if (key !== WHOLE) {
      this.fileCount++
      return null
    }
    return { enter: (metric) => this.enterMetric(metric) }
  }

  private enterMetric(metric: string): JsonVisitor {
    const visitor = new CountVisitor()
    this.counts.set(metric, visitor)
    return visitor
  }

  private totals(): CoverageTotals {
    const lines = this.count('lines')
    if (lines === null) throw this.refuse()
    return {
      lines,
      branches: this.count('branches'),
      functions: this.count('functions'),
      statements: this.count('statements'),
    }
  }

  private count(metric: string): Count | null {
    return this.counts.get(metric)?.count() ?? null
  }

  private refuse(): ReportError {
    return new ReportError('the report has no total of lines', {
      path: this.path,
      line: null,
      remedy: 'Name the file that the json-summary reporter of istanbul wrote, often coverage/coverage-summary.json.',
    })
  }
}

/** `{"total":44,"covered":35,"skipped":0,"pct":79.54}`; `pct` is "Unknown" where there is nothing to count. */
class CountVisitor implements JsonVisitor {
  private covered = -1
  private total = -1

  scalar(key: string, value: JsonScalar): void {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return
    if (key === 'covered') this.covered = value
    if (key === 'total') this.total = value
  }

  /** null for what is no count. */
  count(): Count | null {
    if (this.covered < 0 || this.total < this.covered) return null
    return { covered: this.covered, total: this.total }
  }
}
