import type { JsonContainer, JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { type FileBuilder, TOO_MANY_BRANCHES, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { isLineNumber, readHits } from '../json-numbers.js'

/** What takes a branch or method out of the count, as between `:nocov:` comments. */
const IGNORED = 'ignored'
/** `[{ type: "then", start_line, end_line, coverage, inline, report_line }]`. */
export class BranchesVisitor implements JsonVisitor {
  private readonly file: FileBuilder
  private readonly warnings: WarningLog
  /** Outcomes on one line may look the same: their order tells them apart. */
  private readonly seen = new Map<string, number>()

  constructor(file: FileBuilder, warnings: WarningLog) {
    this.file = file
    this.warnings = warnings
  }

  enter(_key: string, container: JsonContainer, line: number): JsonVisitor | null {
    return container === 'object' ? fields((found) => this.add(found, line)) : null
  }

  private add(found: Fields, at: number): void {
    const line = found.get('report_line') ?? found.get('start_line')
    const coverage = found.get('coverage')
    if (coverage === IGNORED) return
    const hits = readHits(coverage, this.warnings, at)
    if (!isLineNumber(line) || hits === null) {
      this.warnings.add('a branch without a line or a count is ignored', at)
      return
    }
    const place = `${found.get('type')} ${found.get('start_line')}-${found.get('end_line')}`
    const number = this.seen.get(`${line} ${place}`) ?? 0
    this.seen.set(`${line} ${place}`, number + 1)
    if (!this.file.addArm(line, `${place} #${number}`, hits)) this.warnings.add(TOO_MANY_BRANCHES, at)
  }
}

/** `[{ name: "Pay#total", start_line, end_line, coverage }]`. */
export class MethodsVisitor implements JsonVisitor {
  private readonly file: FileBuilder
  private readonly warnings: WarningLog

  constructor(file: FileBuilder, warnings: WarningLog) {
    this.file = file
    this.warnings = warnings
  }

  enter(_key: string, container: JsonContainer, line: number): JsonVisitor | null {
    return container === 'object' ? fields((found) => this.add(found, line)) : null
  }

  private add(found: Fields, at: number): void {
    const line = found.get('start_line')
    const coverage = found.get('coverage')
    if (coverage === IGNORED) return
    const hits = readHits(coverage, this.warnings, at)
    if (!isLineNumber(line) || hits === null) this.warnings.add('a method without a line or a count is ignored', at)
    else if (!this.file.addFunction({ name: String(found.get('name')), line, hits }))
      this.warnings.add(TOO_MANY_FUNCTIONS, at)
  }
}

type Fields = ReadonlyMap<string, JsonScalar>

/** More fields than any version has. */
const MAX_FIELDS = 32

function fields(done: (found: Fields) => void): JsonVisitor {
  const found = new Map<string, JsonScalar>()
  return {
    scalar(key, value) {
      if (found.size < MAX_FIELDS) found.set(ownText(key), typeof value === 'string' ? ownText(value) : value)
    },
    leave: () => done(found),
  }
}
