import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { ReportError } from '@testwarden/core/model/errors'
import type { JsonDocument } from '../../json/json-reader.js'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import type { ReportWatch } from '../../report-watch.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'
import type { FileWatch } from '../file-watch.js'
import { ConditionsVisitor, MethodsVisitor } from './keyed-counts.js'
import { LineValues } from './line-values.js'
import { NOT_COUNTED, SourceLines } from './source-lines.js'

/** `{ "<command>": { "coverage": { "<path>": { lines, branches, methods } }, "timestamp": 1 } }`. */
export class ResultSetDocument implements JsonDocument<CoverageReport> {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: CoverageBuilder
  private readonly watch: ReportWatch | null
  private readonly lines = new Map<string, SourceLines>()
  private commands = 0

  constructor(path: string, warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('sum', watch)
    this.watch = watch
    this.path = path
    this.warnings = warnings
  }

  get visitor(): JsonVisitor {
    const commands: JsonVisitor = {
      enter: (name, container) => this.command(name, container),
      scalar: (_name, _value, line) => this.warnings.add('a command without coverage is ignored', line),
    }
    return { enter: (_key, container) => (container === 'object' ? commands : null) }
  }

  model(): CoverageReport {
    if (this.commands === 0) throw this.noCommand()
    for (const [path, lines] of this.lines) {
      const file = this.builder.file(path)
      lines.addTo(file)
      file.endSection()
    }
    const files = this.builder.build().map(markNeverLoaded)
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    return { dialect: null, files, sources: [], declared: null }
  }

  private command(name: string, container: JsonContainer): JsonVisitor | null {
    if (container !== 'object') return null
    if (this.watch !== null) this.watch.test = name
    return { enter: (key, of) => (key === 'coverage' && of === 'object' ? this.coverage() : null) }
  }

  private coverage(): JsonVisitor {
    this.commands++
    return {
      enter: (path, container) => (container === 'array' ? this.linesOf(ownText(path)) : this.file(ownText(path))),
      scalar: (_path, _value, line) => this.warnings.add('a file without lines is ignored', line),
    }
  }

  private file(path: string): JsonVisitor {
    const file = this.builder.file(path)
    return {
      enter: (key, container) => {
        if (key === 'lines' && container === 'array') return this.linesOf(path)
        if (key === 'branches' && container === 'object') return new ConditionsVisitor(file, this.warnings)
        if (key !== 'methods' || container !== 'object') return null
        this.builder.sawFunctions()
        return new MethodsVisitor(file, this.warnings)
      },
    }
  }

  private linesOf(path: string): JsonVisitor {
    const known = this.lines.get(path) ?? new SourceLines()
    this.lines.set(path, known)
    const { watch } = this.builder.file(path)
    return new LineValues(this.warnings, (values) => {
      if (watch !== null) watchLines(values, watch)
      known.add(values)
    })
  }

  private noCommand(): ReportError {
    return new ReportError('no command of this file has coverage', {
      path: this.path,
      line: null,
      remedy: 'Name the .resultset.json that SimpleCov wrote, and check that SimpleCov.start runs before the code.',
    })
  }
}

/** Commands are folded before they are added, so each is told of by itself. */
function watchLines(values: readonly number[], watch: FileWatch): void {
  for (const [index, hits] of values.entries()) if (hits !== NOT_COUNTED) watch.line(index + 1, hits)
}

/**
 * Ruby runs the definitions of every file that it loads. A file without a single hit was judged by its text alone, so
 * the result set of another job, which loaded it, knows better.
 */
function markNeverLoaded(file: FileCoverage): FileCoverage {
  const isLoaded = [...file.lines.values()].some((hits) => hits > 0)
  return isLoaded || file.lines.size === 0 ? file : { ...file, isPlaceholder: true }
}
