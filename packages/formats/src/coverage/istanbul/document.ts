import type { CoverageReport, FileCoverage } from '@testwarden/core/model/coverage'
import { ReportError } from '@testwarden/core/model/errors'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { CoverageBuilder } from '../coverage-builder.js'
import { addEntry } from './add-entry.js'
import { FileEntry } from './file-entry.js'

const SHOWN_LENGTH = 200

/** The whole of `coverage-final.json`: `{"<path>":{<file>}}`. */
export class IstanbulDocument implements JsonVisitor {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder = new CoverageBuilder('max')
  private readonly placed = new Map<string, PlacedParts>()
  /** Files that a test loaded, at least in one entry. */
  private readonly loaded = new Set<string>()

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
  }

  enter(_key: string, container: JsonContainer, line: number): JsonVisitor {
    if (container === 'object') return { enter: (key, inner, at) => this.enterFile(key, inner, at) }
    throw this.refuse('the report is no object of files', line)
  }

  report(): CoverageReport {
    if (this.placed.size === 0) this.warnings.add('the report lists no files', null)
    return {
      dialect: null,
      files: this.builder.build().map((file) => this.complete(file)),
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
    const known = this.placed.get(entry.path)
    if (known !== undefined)
      this.warnings.add('a file is listed more than once: the best count of each place is taken', line)
    const placed = addEntry(entry, { builder: this.builder, warnings: this.warnings, line })
    this.placed.set(entry.path, known === undefined ? placed : bestOf(known, placed))
    if (!entry.isPlaceholder) this.loaded.add(entry.path)
  }

  private complete(file: FileCoverage): FileCoverage {
    const whole = { ...file, ...this.placed.get(file.path) }
    return this.loaded.has(file.path) ? whole : { ...whole, isPlaceholder: true }
  }

  private refuse(problem: string, line: number): ReportError {
    return new ReportError(problem, {
      path: this.path,
      line,
      remedy: 'Name the file that the json reporter of istanbul wrote, often coverage/coverage-final.json.',
    })
  }
}

type PlacedParts = Pick<FileCoverage, 'statements' | 'branches'>

function bestOf(left: PlacedParts, right: PlacedParts): PlacedParts {
  const branches = new Map(left.branches)
  for (const [line, { arms, counted }] of right.branches)
    branches.set(line, { arms: bestCounts(branches.get(line)?.arms ?? null, arms), counted })
  return { statements: bestCounts(left.statements, right.statements), branches }
}

function bestCounts(
  left: ReadonlyMap<string, number> | null,
  right: ReadonlyMap<string, number> | null,
): ReadonlyMap<string, number> {
  const best = new Map(left)
  for (const [place, hits] of right ?? []) best.set(place, Math.max(best.get(place) ?? 0, hits))
  return best
}

function shown(key: string): string {
  return key.length <= SHOWN_LENGTH ? key : `${key.slice(0, SHOWN_LENGTH)}...`
}
