import type { CoverageReport } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { ReportError } from '@testwarden/core/model/errors'
import type { JsonDocument } from '../../json/json-reader.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { ReportWatch } from '../../report-watch.js'
import type { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'
import { describeDifference, findDifferences, type Metric } from '../declared.js'
import { FilesVisitor } from './files.js'
import { FunctionsVisitor } from './functions.js'
import { DeclaredTotals } from './totals.js'

/** `{ data: [{ files, functions, totals }], type, version }`. */
export class LlvmCovDocument implements JsonDocument<CoverageReport> {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: CoverageBuilder
  private readonly files: FilesVisitor
  private readonly declared = new DeclaredTotals()
  private dialect: string | null = null
  private isExport = false

  constructor(path: string, warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('sum', watch)
    this.path = path
    this.warnings = warnings
    this.files = new FilesVisitor({ path, builder: this.builder, warnings })
  }

  get visitor(): JsonVisitor {
    return { enter: (_key, container) => (container === 'object' ? this.root() : null) }
  }

  model(): CoverageReport {
    if (!this.isExport) throw this.noData()
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    const declared = this.declared.totals()
    if (!this.files.isSummaryOnly)
      for (const difference of findDifferences(declared, () => countCoverage(files)))
        this.warnings.add(describeDifference(difference, REASONS[difference.metric]), null)
    return { dialect: this.dialect, files, sources: [], declared }
  }

  private root(): JsonVisitor {
    return {
      enter: (key, container) => {
        if (key === 'cargo_llvm_cov') this.dialect = 'cargo-llvm-cov'
        if (key !== 'data' || container !== 'array') return null
        this.isExport = true
        return { enter: (_key, of) => (of === 'object' ? this.export() : null) }
      },
    }
  }

  private export(): JsonVisitor {
    const functions = new FunctionsVisitor({ builder: this.builder, known: this.files.names, warnings: this.warnings })
    return {
      enter: (key, container) => {
        if (key === 'files' && container === 'array') return this.files
        if (key === 'functions' && container === 'array') return functions
        return key === 'totals' && container === 'object' ? this.declared : null
      },
      leave: () => this.files.endExport(functions.hasBranches),
    }
  }

  private noData(): ReportError {
    return new ReportError('the file has no data as `llvm-cov export` writes it', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `llvm-cov export -format=text` or `cargo llvm-cov --json` wrote.',
    })
  }
}

/** Why totals of llvm-cov, which it adds up function by function, are not those of the lines and places it lists. */
const REASONS: Readonly<Record<Metric, string>> = {
  lines: 'llvm-cov adds up the lines of functions, each by itself; listed is each line of code once, macros included',
  branches: 'llvm-cov takes the best instance of a template; listed is what any instance took',
  functions: 'llvm-cov counts functions that it does not list, or that are in files which it does not list',
}
