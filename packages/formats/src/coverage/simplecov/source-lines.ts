import { addSaturated } from '@testwarden/core/model/count'
import type { FileBuilder } from '../coverage-builder.js'

/** Where Ruby counts nothing. */
export const NOT_COUNTED = -1

/**
 * The lines of one source file over all commands. A line that one command does not count while no other has hit it is
 * not counted at all, as SimpleCov does it: a file that was never loaded is judged by its text alone, and that takes
 * lines for code that Ruby does not.
 * @see https://github.com/simplecov-ruby/simplecov/blob/main/lib/simplecov/combine/lines_combiner.rb
 */
export class SourceLines {
  private hits: number[] | null = null

  /** @param found by line, the first at 0; {@link NOT_COUNTED} or a count. Is kept. */
  add(found: number[]): void {
    this.hits = this.hits === null ? found : merge(this.hits, found)
  }

  addTo(file: FileBuilder): void {
    for (const [index, hits] of (this.hits ?? []).entries()) if (hits !== NOT_COUNTED) file.addLine(index + 1, hits)
  }
}

function merge(left: readonly number[], right: readonly number[]): number[] {
  const [long, short] = left.length < right.length ? [right, left] : [left, right]
  return long.map((hits, index) => mergeLine(hits, short[index] ?? NOT_COUNTED))
}

function mergeLine(left: number, right: number): number {
  const sum = addSaturated(Math.max(left, 0), Math.max(right, 0))
  return sum === 0 && (left === NOT_COUNTED || right === NOT_COUNTED) ? NOT_COUNTED : sum
}
