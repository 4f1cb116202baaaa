import type { FileBuilder } from '../coverage-builder.js'

/** Statements of one class that are outcomes of branches, told apart by their order on their line. */
export class StatementOutcomes {
  private readonly file: FileBuilder
  private readonly className: string
  private readonly countByLine = new Map<number, number>()

  constructor(file: FileBuilder, className: string) {
    this.file = file
    this.className = className
  }

  /** @returns false when the report has more outcomes than can be told apart */
  add(line: number, hits: number): boolean {
    const nth = this.countByLine.get(line) ?? 0
    this.countByLine.set(line, nth + 1)
    return this.file.addArm(line, `${nth} ${this.className}`, hits)
  }
}
