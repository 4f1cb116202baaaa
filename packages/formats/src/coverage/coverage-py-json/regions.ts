import type { FunctionCoverage } from '@testwarden/core/model/coverage'
import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import { isLineNumber } from '../json-numbers.js'
import { NumbersVisitor } from './numbers.js'

/**
 * `functions` of a file: names to the lines in them. A function was called if one of its lines ran, as in coverage.py's own
 * LCOV; one without lines, such as a stub, is none. What stands outside of functions goes by an empty name.
 */
export class RegionsVisitor implements JsonVisitor {
  private readonly take: (found: FunctionCoverage, at: number) => void

  constructor(take: (found: FunctionCoverage, at: number) => void) {
    this.take = take
  }

  enter(name: string, _container: string, at: number): JsonVisitor | null {
    if (name === '') return null
    return new RegionVisitor(({ line, executed, missing }) => {
      if (executed + missing > 0) this.take({ name: ownText(name), line, hits: executed > 0 ? 1 : 0 }, at)
    })
  }
}

interface Region {
  /** 0 where the report does not tell, as the first reports of format 3. */
  readonly line: number
  readonly executed: number
  readonly missing: number
}

class RegionVisitor implements JsonVisitor {
  private line = 0
  private executed = 0
  private missing = 0
  private readonly done: (region: Region) => void

  constructor(done: (region: Region) => void) {
    this.done = done
  }

  enter(key: string): JsonVisitor | null {
    if (key === 'executed_lines') return new NumbersVisitor(() => void this.executed++)
    return key === 'missing_lines' ? new NumbersVisitor(() => void this.missing++) : null
  }

  scalar(key: string, value: JsonScalar): void {
    if (key === 'start_line' && isLineNumber(value)) this.line = value
  }

  leave(): void {
    this.done({ line: this.line, executed: this.executed, missing: this.missing })
  }
}
