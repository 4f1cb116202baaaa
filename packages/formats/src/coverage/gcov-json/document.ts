import type { CoverageReport } from '@testwarden/core/model/coverage'
import { ReportError } from '@testwarden/core/model/errors'
import type { JsonDocument } from '../../json/json-reader.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { ReportWatch } from '../../report-watch.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'
import { SourceVisitor } from './source.js'

/** `{ files: [{ file, lines, functions }], current_working_directory, gcc_version, format_version }`. */
export class GcovDocument implements JsonDocument<CoverageReport> {
  private readonly path: string
  private readonly warnings: WarningLog
  /** Instances of a template share lines and ran apart from each other: gcov adds them up. */
  private readonly builder: CoverageBuilder
  private workingFolder: string | null = null
  private isGcov = false

  constructor(path: string, warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('sum', watch)
    this.path = path
    this.warnings = warnings
  }

  get visitor(): JsonVisitor {
    return { enter: (_key, container) => (container === 'object' ? this.root() : null) }
  }

  model(): CoverageReport {
    if (!this.isGcov) throw this.noFiles()
    this.builder.sawFunctions()
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    const sources = this.workingFolder === null ? [] : [this.workingFolder]
    return { dialect: null, files, sources, declared: null }
  }

  private root(): JsonVisitor {
    return {
      enter: (key, container) => {
        if (key !== 'files' || container !== 'array') return null
        this.isGcov = true
        return { enter: (_key, of, line) => (of === 'object' ? this.source(line) : null) }
      },
      scalar: (key, value) => {
        if (key === 'current_working_directory' && typeof value === 'string') this.workingFolder = ownText(value)
      },
    }
  }

  private source(line: number): JsonVisitor {
    return new SourceVisitor({ builder: this.builder, warnings: this.warnings, at: line })
  }

  private noFiles(): ReportError {
    return new ReportError('the file has no list of files as gcov writes it', {
      path: this.path,
      line: null,
      remedy: 'Name the .gcov.json or .gcov.json.gz that `gcov --json-format` wrote.',
    })
  }
}
