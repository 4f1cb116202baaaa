import type { CoverageReport } from '@testwarden/core/model/coverage'
import { ReportError } from '@testwarden/core/model/errors'
import type { JsonDocument } from '../../json/json-reader.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { ReportWatch } from '../../report-watch.js'
import type { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'
import { archivedLines } from './archive.js'
import { TargetsVisitor } from './targets.js'

/**
 * Both forms begin with an object. `--archive` has a list of lines under each path, `--report` a list of targets; a
 * list of lines is known by being under anything else.
 */
export class XccovDocument implements JsonDocument<CoverageReport> {
  private readonly path: string
  private readonly warnings: WarningLog
  /** A file that belongs to several targets tells of the same runs in each. */
  private readonly builder: CoverageBuilder
  private readonly targets: TargetsVisitor
  private isXccov = false
  private isReport = false

  constructor(path: string, warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('max', watch)
    this.path = path
    this.warnings = warnings
    this.targets = new TargetsVisitor(this.builder, warnings)
  }

  get visitor(): JsonVisitor {
    return { enter: (_key, container) => (container === 'object' ? this.root() : null) }
  }

  model(): CoverageReport {
    if (!this.isXccov) throw this.neither()
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    else if (this.isReport)
      this.warnings.add('the report has only totals: no line of any file is known; xccov view --archive has them', null)
    return { dialect: null, files, sources: [], declared: this.isReport ? this.targets.totals() : null }
  }

  private root(): JsonVisitor {
    return {
      enter: (key, container) => {
        if (container !== 'array') return null
        this.isXccov = true
        if (key !== 'targets') return archivedLines(this.builder.file(key), this.warnings)
        this.isReport = true
        return this.targets
      },
    }
  }

  private neither(): ReportError {
    return new ReportError('the file has neither targets nor lines as xccov writes them', {
      path: this.path,
      line: null,
      remedy: 'Name the output of `xcrun xccov view --archive --json <result>.xcresult`.',
    })
  }
}
