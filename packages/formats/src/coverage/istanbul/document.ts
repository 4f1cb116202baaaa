import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { mergeFileCoverage } from '@testwarden/core/model/coverage-merge'
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
  private readonly files = new Map<string, FileCoverage>()

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
    if (this.files.size === 0) this.warnings.add('the report lists no files', null)
    return {
      dialect: null,
      files: [...this.files.values()],
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
    const known = this.files.get(entry.path)
    if (known !== undefined) this.warnings.add('a file is listed more than once: its counts are added up', line)
    const file = fileOfEntry(entry, { warnings: this.warnings, line })
    this.files.set(entry.path, known === undefined ? file : mergeFileCoverage(known, file))
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
