import type { FunctionCoverage } from '@testwarden/core/model/coverage'
import type { JsonContainer, JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { type CoverageBuilder, type FileBuilder, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { isLineNumber, readHits } from '../json-numbers.js'

export interface SourceContext {
  readonly builder: CoverageBuilder
  readonly warnings: WarningLog
  /** Line of the report where the source begins. */
  readonly at: number
}

interface FoundLine {
  line: number
  hits: number | null
  readonly branches: (number | null)[]
}

interface FoundFunction {
  name: string
  line: number
  hits: number | null
}

/**
 * `{ file, lines: [{ line_number, count, branches }], functions: [{ name, start_line, execution_count }] }`. The name
 * of the file comes last, so all is kept until then.
 */
export class SourceVisitor implements JsonVisitor {
  private readonly context: SourceContext
  private name = ''
  private readonly lines: FoundLine[] = []
  private readonly functions: FoundFunction[] = []

  constructor(context: SourceContext) {
    this.context = context
  }

  enter(key: string, container: JsonContainer): JsonVisitor | null {
    if (container !== 'array') return null
    if (key === 'lines') return { enter: (_key, of, at) => (of === 'object' ? this.line(at) : null) }
    return key === 'functions' ? { enter: (_key, of, at) => (of === 'object' ? this.fn(at) : null) } : null
  }

  scalar(key: string, value: JsonScalar): void {
    if (key === 'file' && typeof value === 'string') this.name = ownText(value)
  }

  leave(): void {
    const { builder, warnings, at } = this.context
    if (this.name === '') {
      warnings.add('a file without a name is ignored', at)
      return
    }
    const file = builder.file(this.name)
    for (const found of this.lines) this.addLine(file, found)
    for (const found of this.functions) this.addFunction(file, found)
    file.endSection()
  }

  private line(at: number): JsonVisitor {
    const { warnings } = this.context
    const found: FoundLine = { line: 0, hits: null, branches: [] }
    return {
      enter: (key, of) =>
        key === 'branches' && of === 'array' ? { enter: (_key, one) => this.branch(found, one) } : null,
      scalar: (key, value) => {
        if (key === 'line_number' && isLineNumber(value)) found.line = value
        if (key === 'count') found.hits = readHits(value, warnings, at)
      },
      leave: () => {
        if (found.line > 0 && found.hits !== null) this.lines.push(found)
        else warnings.add('a line without a number or a count is ignored', at)
      },
    }
  }

  private branch(found: FoundLine, container: JsonContainer): JsonVisitor | null {
    if (container !== 'object') return null
    const index = found.branches.push(null) - 1
    return {
      scalar: (key, value, at) => {
        if (key === 'count') found.branches[index] = readHits(value, this.context.warnings, at)
      },
    }
  }

  private fn(at: number): JsonVisitor {
    const { warnings } = this.context
    const found: FoundFunction = { name: '', line: 0, hits: null }
    return {
      scalar: (key, value) => {
        if (key === 'name' && typeof value === 'string') found.name = ownText(value)
        if (key === 'demangled_name' && typeof value === 'string' && value !== '') found.name = ownText(value)
        if (key === 'start_line' && isLineNumber(value)) found.line = value
        if (key === 'execution_count') found.hits = readHits(value, warnings, at)
      },
      leave: () => {
        if (found.hits !== null) this.functions.push(found)
        else warnings.add('a function without a count is ignored', at)
      },
    }
  }

  /** Branches have no identity but their order: the n-th of each instance of a template is the same one. */
  private addLine(file: FileBuilder, { line, hits, branches }: FoundLine): void {
    file.addLine(line, hits ?? 0)
    for (const [index, taken] of branches.entries())
      if (taken !== null) file.addArm(line, String(index), taken)
      else this.context.warnings.add('a branch without a count is ignored', null)
  }

  private addFunction(file: FileBuilder, { name, line, hits }: FoundFunction): void {
    const found: FunctionCoverage = { name, line, hits: hits ?? 0 }
    if (!file.addFunction(found)) this.context.warnings.add(TOO_MANY_FUNCTIONS, null)
  }
}
