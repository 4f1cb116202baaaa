import type { CoverageReport, CoverageTotals } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { ReportError } from '@testwarden/core/model/errors'
import type { JsonDocument } from '../../json/json-reader.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { ReportWatch } from '../../report-watch.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'
import { describeDifference, findDifferences, guessDifference } from '../declared.js'
import { LineValues } from '../simplecov/line-values.js'
import { SourceLines } from '../simplecov/source-lines.js'
import { BranchesVisitor, MethodsVisitor } from './entries.js'
import { DeclaredTotals } from './totals.js'

/** `{ meta, total, coverage: { "<path>": { lines, branches, methods } }, groups }`; versions before 1.0 have no total. */
export class SimplecovJsonDocument implements JsonDocument<CoverageReport> {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: CoverageBuilder
  private readonly declared = new DeclaredTotals()
  private root: string | null = null
  private hasCoverage = false

  constructor(path: string, warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('sum', watch)
    this.path = path
    this.warnings = warnings
  }

  get visitor(): JsonVisitor {
    return { enter: (_key, container) => (container === 'object' ? this.document() : null) }
  }

  model(): CoverageReport {
    if (!this.hasCoverage) throw this.noCoverage()
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    const declared: CoverageTotals | null = this.declared.totals()
    for (const difference of findDifferences(declared, () => countCoverage(files)))
      this.warnings.add(describeDifference(difference, guessDifference(difference)), null)
    return { dialect: null, files, sources: this.root === null ? [] : [this.root], declared }
  }

  private document(): JsonVisitor {
    return {
      enter: (key, container) => {
        if (container !== 'object') return null
        if (key === 'meta') return this.meta()
        if (key === 'total') return this.declared
        return key === 'coverage' ? this.coverage() : null
      },
    }
  }

  private meta(): JsonVisitor {
    return {
      scalar: (key, value) => {
        if (key === 'root' && typeof value === 'string') this.root = ownText(value)
      },
    }
  }

  private coverage(): JsonVisitor {
    this.hasCoverage = true
    return {
      enter: (path, container, line) => {
        if (container === 'object') return this.file(path)
        this.warnings.add('a file without lines is ignored', line)
        return null
      },
      scalar: (_path, _value, line) => this.warnings.add('a file without lines is ignored', line),
    }
  }

  private file(path: string): JsonVisitor {
    const { builder, warnings } = this
    const file = builder.file(path)
    return {
      enter(key, container) {
        if (container !== 'array') return null
        if (key === 'branches') return new BranchesVisitor(file, warnings)
        if (key === 'lines') return new LineValues(warnings, (values) => addLines(file, values))
        if (key !== 'methods') return null
        builder.sawFunctions()
        return new MethodsVisitor(file, warnings)
      },
      leave: () => file.endSection(),
    }
  }

  private noCoverage(): ReportError {
    return new ReportError('the file has no coverage as SimpleCov writes it', {
      path: this.path,
      line: null,
      remedy: "Name the coverage.json that SimpleCov's JSON formatter wrote.",
    })
  }
}

function addLines(file: Parameters<SourceLines['addTo']>[0], values: number[]): void {
  const lines = new SourceLines()
  lines.add(values)
  lines.addTo(file)
}
