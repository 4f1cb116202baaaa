import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { ReportError } from '@testwarden/core/model/errors'
import type { JsonContainer, JsonScalar, JsonVisitor } from '../../json/visitor.js'
import type { ReportWatch } from '../../report-watch.js'
import type { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'
import { type Difference, describeDifference, findDifferences, guessDifference } from '../declared.js'
import { DeclaredTotals } from './declared-totals.js'
import { FileEntry } from './file-entry.js'

const SHOWN_LENGTH = 200
/** @see https://github.com/nedbat/coveragepy/blob/main/coverage/jsonreport.py */
const NEWEST_FORMAT = 3

/** The whole of `coverage.json`: `{"meta":{},"files":{"<path>":{<file>}},"totals":{}}`. */
export class CoveragePyDocument implements JsonVisitor {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: CoverageBuilder
  private readonly declared = new DeclaredTotals()
  private readonly seen = new Set<string>()
  private hasFiles = false

  constructor(path: string, warnings: WarningLog, watch: ReportWatch | null) {
    this.builder = new CoverageBuilder('max', watch)
    this.path = path
    this.warnings = warnings
  }

  enter(_key: string, container: JsonContainer, line: number): JsonVisitor {
    if (container === 'object') return { enter: (key, inner, at) => this.enterPart(key, inner, at) }
    throw this.refuse('the report is no object', line)
  }

  report(): CoverageReport {
    if (!this.hasFiles) throw this.refuse('the report has no files', null)
    const files = this.builder.build()
    if (files.length === 0) this.warnings.add('the report lists no files', null)
    const declared = this.declared.totals()
    for (const difference of findDifferences(declared, () => countCoverage(files)))
      this.warnings.add(describeDifference(difference, explain(difference, files)), null)
    return { dialect: null, files, sources: [], declared }
  }

  private enterPart(key: string, container: JsonContainer, line: number): JsonVisitor | null {
    if (key === 'meta') return { scalar: (name, value, at) => this.readMeta(name, value, at) }
    if (key === 'totals') return this.declared
    if (key !== 'files') return null
    if (container !== 'object') throw this.refuse('files is no object', line)
    this.hasFiles = true
    return { enter: (path, inner, at) => this.enterFile(path, inner, at) }
  }

  private readMeta(name: string, value: JsonScalar, line: number): void {
    if (name !== 'format' || typeof value !== 'number' || value <= NEWEST_FORMAT) return
    this.warnings.add(`the report is of format ${value}: it was read as format ${NEWEST_FORMAT}`, line)
  }

  private enterFile(path: string, container: JsonContainer, line: number): JsonVisitor {
    if (container !== 'object') throw this.refuse(`the entry ${shown(path)} is no file of coverage.py's`, line)
    if (this.seen.has(path)) this.warnings.add('a file is listed more than once: a line that ran in one ran', line)
    this.seen.add(path)
    return new FileEntry(this.builder.file(path), {
      warnings: this.warnings,
      sawFunctions: () => this.builder.sawFunctions(),
      done: (missing) => {
        if (missing.length > 0) throw this.refuse(`the entry ${shown(path)} has no ${missing.join(' and no ')}`, line)
      },
    })
  }

  private refuse(problem: string, line: number | null): ReportError {
    return new ReportError(problem, {
      path: this.path,
      line,
      remedy: 'Name the file that `coverage json` wrote, often coverage.json.',
    })
  }
}

function explain(difference: Difference, files: readonly FileCoverage[]): string {
  const { metric, declared, listed } = difference
  if (metric === 'branches' && files.every(({ branches }) => branches.size === 0))
    return 'this version of coverage.py counts branches, but does not tell where they are'
  if (metric === 'lines' && listed.total > declared.total)
    return 'it lists lines that ran and are no statements to it, such as docstrings, as coverage.py 7.4 and others before do'
  if (metric === 'branches' && listed.total > declared.total)
    return 'it lists jumps that ran and are no branches to it, as coverage.py 7.4 and others before do'
  if (metric === 'lines') return 'it counts lines without a number from 1 up'
  return guessDifference(difference)
}

function shown(path: string): string {
  return path.length <= SHOWN_LENGTH ? path : `${path.slice(0, SHOWN_LENGTH)}...`
}
