import { addSaturated } from '@testwarden/core/model/count'
import { GrowingIntegers } from '../../compact/growing-integers.js'
import type { NumberedFunction } from '../coverage-builder.js'

/** Functions by index, as columns: a section may have a million of them, and a report a hundred thousand sections. */
export class FunctionList {
  private readonly names = new GrowingIntegers()
  private readonly lines = new GrowingIntegers()
  /** Longer than {@link length} after a longer section. */
  private readonly hits: number[] = []
  private filled = 0

  get length(): number {
    return this.filled
  }

  /** @returns its index */
  push(name: number, line: number): number {
    this.names.set(this.filled, name)
    this.lines.set(this.filled, line)
    this.hits[this.filled] = 0
    return this.filled++
  }

  at(index: number): NumberedFunction {
    return { name: this.names.at(index), line: this.lines.at(index), hits: this.hits[index] ?? 0 }
  }

  lineAt(index: number): number {
    return this.lines.at(index)
  }

  setName(index: number, name: number): void {
    this.names.set(index, name)
  }

  setLine(index: number, line: number): void {
    this.lines.set(index, line)
  }

  addHits(index: number, hits: number): void {
    this.hits[index] = addSaturated(this.hits[index] ?? 0, hits)
  }

  clear(): void {
    this.filled = 0
  }
}
