import type { FunctionCoverage } from '@testwarden/core/model/coverage'
import type { FileBuilder } from '../coverage-builder.js'

/** One `<Method>` while its points go by. */
export class OpenMethod {
  name = ''
  /** Number of the file that points mean which name none; -1 without one. */
  fileUid = -1
  /** The file of its first point; null: it has none, so nothing of it could be covered. */
  file: FileBuilder | null = null
  private firstLine = 0
  private hits = 0
  /** Of its points, in the order of the file. */
  private readonly offsets: number[] = []
  private readonly lines: number[] = []

  /** @param offset of the point's code; -1 when it is not told */
  addPoint(point: {
    readonly file: FileBuilder
    readonly line: number
    readonly hits: number
    readonly offset: number
  }): void {
    this.file ??= point.file
    if (this.firstLine === 0 || point.line < this.firstLine) this.firstLine = point.line
    this.hits = Math.max(this.hits, point.hits)
    if (point.offset < 0) return
    this.offsets.push(point.offset)
    this.lines.push(point.line)
  }

  /** The line of the last point whose code begins at the offset or before it; null without one. */
  lineAt(offset: number): number | null {
    let low = 0
    let high = this.offsets.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.offsets[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return this.lines[low - 1] ?? null
  }

  asFunction(): FunctionCoverage {
    return { name: this.name, line: this.firstLine, hits: this.hits }
  }
}
