import type { JsonScalar, JsonVisitor } from '../../json/visitor.js'
import { isLineNumber } from '../json-numbers.js'

/** A list of numbers, such as `executed_lines`, each handed on as it comes. */
export class NumbersVisitor implements JsonVisitor {
  private readonly take: (value: JsonScalar, at: number) => void

  /** @param take gets what is in the list, which may be anything, and the line of the report */
  constructor(take: (value: JsonScalar, at: number) => void) {
    this.take = take
  }

  scalar(_key: string, value: JsonScalar, at: number): void {
    this.take(value, at)
  }
}

/** A list of arcs, `[[30, 32], [32, -28]]`: from a line to a line, or out of the code that begins there. */
export class ArcsVisitor implements JsonVisitor {
  private arc: JsonScalar[] = []
  private at = 0
  private readonly pair: JsonVisitor

  /** @param take gets null for what is no arc */
  constructor(take: (arc: Arc | null, at: number) => void) {
    this.pair = {
      scalar: (_key, value) => void this.arc.push(value),
      leave: () => take(toArc(this.arc), this.at),
    }
  }

  enter(_key: string, _container: string, at: number): JsonVisitor {
    this.arc = []
    this.at = at
    return this.pair
  }
}

export interface Arc {
  readonly line: number
  /** A line, or its negative for an exit. */
  readonly target: number
}

function toArc([line = null, target = null, ...more]: readonly JsonScalar[]): Arc | null {
  if (!isLineNumber(line) || typeof target !== 'number' || !Number.isInteger(target) || more.length > 0) return null
  return { line, target }
}
