import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { type FileBuilder, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { isLineNumber } from '../json-numbers.js'
import { contextsVisitor } from './contexts.js'
import { ArcsVisitor, NumbersVisitor } from './numbers.js'
import { RegionsVisitor } from './regions.js'

const TOO_MANY_ARMS = 'branches are not counted: the report jumps to more than four million different lines'

export interface FileEntryOptions {
  readonly warnings: WarningLog
  /** Functions are told of: since format 3. */
  readonly sawFunctions: () => void
  /** @param missing lists that the file does not have and must have */
  readonly done: (missing: readonly string[]) => void
}

/**
 * What the report says of one source file. Each line that ran has one hit, since coverage.py does not count; what is
 * excluded is in neither list. Regions of classes list the same lines again, and contexts tell who ran them.
 */
export class FileEntry implements JsonVisitor {
  private readonly file: FileBuilder
  private readonly options: FileEntryOptions
  private readonly parts: Map<string, JsonVisitor>
  private readonly missing = new Set(['executed_lines', 'missing_lines'])

  constructor(file: FileBuilder, options: FileEntryOptions) {
    this.file = file
    this.options = options
    this.parts = new Map<string, JsonVisitor>([
      ['executed_lines', this.lines(1)],
      ['missing_lines', this.lines(0)],
      ['executed_branches', this.arcs(1)],
      ['missing_branches', this.arcs(0)],
    ])
    if (file.watch !== null) this.parts.set('contexts', contextsVisitor(file.watch))
  }

  enter(key: string): JsonVisitor | null {
    this.missing.delete(key)
    return key === 'functions' ? this.functions() : (this.parts.get(key) ?? null)
  }

  leave(): void {
    this.file.endSection()
    this.options.done([...this.missing])
  }

  private lines(hits: number): JsonVisitor {
    return new NumbersVisitor((line, at) => {
      if (isLineNumber(line)) this.file.addLine(line, hits)
      else this.options.warnings.add('a line that is no line number from 1 up is not counted', at)
    })
  }

  private arcs(hits: number): JsonVisitor {
    const { warnings } = this.options
    return new ArcsVisitor((arc, at) => {
      if (arc === null) warnings.add('a branch that is no pair of lines is not counted', at)
      else if (!this.file.addArm(arc.line, `>${arc.target}`, hits)) warnings.add(TOO_MANY_ARMS, at)
    })
  }

  private functions(): JsonVisitor {
    this.options.sawFunctions()
    return new RegionsVisitor((found, at) => {
      if (!this.file.addFunction(found)) this.options.warnings.add(TOO_MANY_FUNCTIONS, at)
    })
  }
}
