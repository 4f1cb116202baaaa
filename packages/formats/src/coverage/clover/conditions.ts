import type { FileBuilder } from '../coverage-builder.js'
import { type NumberSource, readBranchCount, readNumber } from '../xml-counts.js'

const COVERED_AND_MISSED = { covered: 'truecount', missed: 'falsecount' }

/** The `cond` lines of one file. Two things share their attributes: how often both outcomes came, and how many were covered. */
export class Conditions {
  private readonly file: FileBuilder
  private readonly countByLine = new Map<number, number>()

  constructor(file: FileBuilder) {
    this.file = file
  }

  /** As istanbul writes it: so many branches of the line were covered, so many were not. */
  addCounted(line: number, source: NumberSource): void {
    const branches = readBranchCount(COVERED_AND_MISSED, source)
    if (branches !== null) this.file.addCounted(line, branches.covered, branches.total)
  }

  /**
   * As OpenClover writes it: how often the condition was true and false. A line may hold several, in their order.
   * @returns how often it was asked
   */
  addOutcomes(line: number, source: NumberSource): number {
    const nth = this.countByLine.get(line) ?? 0
    this.countByLine.set(line, nth + 1)
    const hits = { true: readNumber('truecount', source), false: readNumber('falsecount', source) }
    this.file.addArm(line, `${nth}:true`, hits.true)
    this.file.addArm(line, `${nth}:false`, hits.false)
    return Math.max(hits.true, hits.false)
  }
}
