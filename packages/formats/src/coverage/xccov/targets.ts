import { addCounts, type Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { type CoverageBuilder, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import { isLineNumber, readHits, readJsonCount } from '../json-numbers.js'

interface FoundFunction {
  name: string
  line: number
  hits: number | null
}

/** `[{ files: [{ path, coveredLines, executableLines, functions }] }]`. */
export class TargetsVisitor implements JsonVisitor {
  private readonly builder: CoverageBuilder
  private readonly warnings: WarningLog
  /** By path. A file is listed under each target that it is built into: the best counts, never a sum. */
  private readonly counts = new Map<string, Count>()

  constructor(builder: CoverageBuilder, warnings: WarningLog) {
    this.builder = builder
    this.warnings = warnings
  }

  enter(_key: string, container: JsonContainer): JsonVisitor | null {
    if (container !== 'object') return null
    return { enter: (key, of) => (key === 'files' && of === 'array' ? this.files() : null) }
  }

  /** What the files claim; functions are listed one by one. */
  totals(): CoverageTotals {
    let lines: Count = { covered: 0, total: 0 }
    for (const count of this.counts.values()) lines = addCounts(lines, count)
    return { lines, branches: null, functions: null, statements: null }
  }

  private files(): JsonVisitor {
    return { enter: (_key, of, line) => (of === 'object' ? this.file(line) : null) }
  }

  private file(at: number): JsonVisitor {
    const found = { path: '', covered: 0, total: 0 }
    const functions: FoundFunction[] = []
    return {
      enter: (key, of) => (key === 'functions' && of === 'array' ? this.functionsOf(functions) : null),
      scalar: (key, value) => {
        if (key === 'path' && typeof value === 'string') found.path = ownText(value)
        if (key === 'coveredLines') found.covered = readJsonCount(value)?.hits ?? 0
        if (key === 'executableLines') found.total = readJsonCount(value)?.hits ?? 0
      },
      leave: () => this.add(found, functions, at),
    }
  }

  private functionsOf(functions: FoundFunction[]): JsonVisitor {
    const { warnings } = this
    const one = (at: number): JsonVisitor => {
      const found: FoundFunction = { name: '', line: 0, hits: null }
      return {
        scalar(key, value) {
          if (key === 'name' && typeof value === 'string') found.name = ownText(value)
          if (key === 'lineNumber' && isLineNumber(value)) found.line = value
          if (key === 'executionCount') found.hits = readHits(value, warnings, at)
        },
        leave: () => functions.push(found),
      }
    }
    return { enter: (_key, of, line) => (of === 'object' ? one(line) : null) }
  }

  private add(
    { path, covered, total }: { readonly path: string; readonly covered: number; readonly total: number },
    functions: readonly FoundFunction[],
    at: number,
  ): void {
    if (path === '') {
      this.warnings.add('a file without a path is ignored', at)
      return
    }
    const known = this.counts.get(path) ?? { covered: 0, total: 0 }
    const best = Math.max(known.total, total)
    this.counts.set(path, { covered: Math.min(Math.max(known.covered, covered), best), total: best })
    const file = this.builder.file(path)
    this.builder.sawFunctions()
    for (const { name, line, hits } of functions)
      if (hits === null) this.warnings.add('a function without a count is ignored', at)
      else if (!file.addFunction({ name, line, hits })) this.warnings.add(TOO_MANY_FUNCTIONS, at)
    file.endSection()
  }
}
