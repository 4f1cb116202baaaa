import { addSaturated } from '@testwarden/core/model/count'
import {
  type BranchCoverage,
  type FileCoverage,
  type FunctionCoverage,
  functionKey,
} from '@testwarden/core/model/coverage'
import { ownText } from '../text/own-text.js'
import { ArmBranches, armKey } from './compact/arm-branches.js'
import { ArmNames } from './compact/arm-names.js'
import { type CountMerge, CountTable } from './compact/count-table.js'
import { CountedBranches } from './compact/counted-branches.js'
import { LineHits } from './compact/line-hits.js'

/** Larger line numbers are no line numbers. */
export const MAX_LINE = 2 ** 31 - 1

/** Collects the files of one report; sections of one path become one file. */
export class CoverageBuilder {
  private readonly merge: CountMerge
  private readonly armNames = new ArmNames()
  private readonly builders = new Map<string, FileBuilder>()
  private hasFunctions = false

  /** @param merge what becomes of a line that is listed again */
  constructor(merge: CountMerge) {
    this.merge = merge
  }

  file(path: string): FileBuilder {
    const known = this.builders.get(path)
    if (known !== undefined) return known
    const own = ownText(path)
    const builder = new FileBuilder(own, { merge: this.merge, armNames: this.armNames })
    this.builders.set(own, builder)
    return builder
  }

  /** From now on a file without functions has none, instead of an unknown number. */
  sawFunctions(): void {
    this.hasFunctions = true
  }

  /** In the order in which the report names them first. */
  build(): FileCoverage[] {
    return [...this.builders.values()].map((builder) => builder.build(this.hasFunctions))
  }
}

const NO_BRANCHES: ReadonlyMap<number, BranchCoverage> = new Map()

/** One source file. Lines are checked by the caller: integers from 1 to {@link MAX_LINE}. */
export class FileBuilder {
  private readonly path: string
  private readonly merge: CountMerge
  private readonly armNames: ArmNames
  private readonly lines: CountTable
  private readonly arms: CountTable
  private readonly countedCovered = new CountTable('max')
  private readonly countedTotal = new CountTable('max')
  private readonly functions = new Map<string, FunctionCoverage>()

  constructor(path: string, shared: { readonly merge: CountMerge; readonly armNames: ArmNames }) {
    this.path = path
    this.merge = shared.merge
    this.armNames = shared.armNames
    this.lines = new CountTable(shared.merge)
    this.arms = new CountTable(shared.merge)
  }

  addLine(line: number, hits: number): void {
    this.lines.add(line, hits)
  }

  /** @returns false when the report names more arms than can be told apart */
  addArm(line: number, arm: string, hits: number): boolean {
    const key = armKey(line, this.armNames.numberOf(arm))
    if (key === null) return false
    this.arms.add(key, hits)
    return true
  }

  /** Repeated lines keep the best count and the largest total: they are views of the same branches. */
  addCounted(line: number, covered: number, total: number): void {
    this.countedCovered.add(line, covered)
    this.countedTotal.add(line, total)
  }

  addFunction(found: FunctionCoverage): void {
    const key = functionKey(found)
    const known = this.functions.get(key)
    if (known === undefined) this.functions.set(key, { ...found, name: ownText(found.name) })
    else this.functions.set(key, { ...known, hits: this.mergeHits(known.hits, found.hits) })
  }

  /** A section ends: its numbers can be packed. */
  endSection(): void {
    for (const table of this.tables()) table.pack()
  }

  build(hasFunctions: boolean): FileCoverage {
    for (const table of this.tables()) table.seal()
    return {
      path: this.path,
      lines: new LineHits(this.lines),
      branches: this.branches(),
      functions: hasFunctions ? this.functions : null,
      statements: null,
    }
  }

  private branches(): ReadonlyMap<number, BranchCoverage> {
    if (this.arms.size > 0) return new ArmBranches(this.arms, this.armNames)
    return this.countedTotal.size > 0 ? new CountedBranches(this.countedCovered, this.countedTotal) : NO_BRANCHES
  }

  private mergeHits(left: number, right: number): number {
    return this.merge === 'sum' ? addSaturated(left, right) : Math.max(left, right)
  }

  private tables(): readonly CountTable[] {
    return [this.lines, this.arms, this.countedCovered, this.countedTotal]
  }
}
