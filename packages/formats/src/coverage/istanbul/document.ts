import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { mergeByPath } from '@testwarden/core/model/coverage-merge'
import { ReportError } from '@testwarden/core/model/errors'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import type { ReportWatch } from '../../report-watch.js'
import type { WarningLog } from '../../warning-log.js'
import { FileEntry } from './file-entry.js'
import { fileOfEntry } from './file-of-entry.js'
import { watchEntry } from './watch-entry.js'

const SHOWN_LENGTH = 200

/** The whole of `coverage-final.json`: `{"<path>":{<file>}}`. */
export class IstanbulDocument implements JsonVisitor {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly watch: ReportWatch | null
  private readonly files: FileCoverage[] = []
  private readonly paths = new Set<string>()

  constructor(path: string, warnings: WarningLog, watch: ReportWatch | null) {
    this.path = path
    this.watch = watch
    this.warnings = warnings
  }

  enter(_key: string, container: JsonContainer, line: number): JsonVisitor {
    if (container === 'object') return { enter: (key, inner, at) => this.enterFile(key, inner, at) }
    throw this.refuse('the report is no object of files', line)
  }

  report(): CoverageReport {
    if (this.files.length === 0) this.warnings.add('the report lists no files', null)
    return {
      dialect: null,
      files: mergeByPath(this.files),
      sources: [],
      declared: null,
    }
  }

  private enterFile(key: string, container: JsonContainer, line: number): JsonVisitor {
    if (container === 'object') return new FileEntry(key, this.warnings, (entry) => this.add(entry, line))
    throw this.refuse(`the entry ${shown(key)} is no file of istanbul's`, line)
  }

  private add(entry: FileEntry, line: number): void {
    const missing = entry.missing()
    if (missing.length > 0) throw this.refuse(`the entry ${shown(entry.path)} has no ${missing.join(', ')}`, line)
    if (this.watch?.wants(entry.path) === true) watchEntry(entry, this.watch)
    if (this.paths.has(entry.path)) this.warnings.add('a file is listed more than once: its counts are added up', line)
    this.paths.add(entry.path)
    this.files.push(fileOfEntry(entry, { warnings: this.warnings, line }))
  }

  private refuse(problem: string, line: number): ReportError {
    return new ReportError(problem, {
      path: this.path,
      line,
      remedy: 'Name the file that the json reporter of istanbul wrote, often coverage/coverage-final.json.',
    })
  }
}

function shown(key: string): string {
  return key.length <= SHOWN_LENGTH ? key : `${key.slice(0, SHOWN_LENGTH)}...`
}
