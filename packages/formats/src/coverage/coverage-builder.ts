import type { BranchCoverage, FileCoverage, FunctionCoverage } from '@testwarden/core/model/coverage'
import { ownText } from '../text/own-text.js'
import { ArmBranches } from './compact/arm-branches.js'
import { type CountMerge, CountTable } from './compact/count-table.js'
import { CountedBranches } from './compact/counted-branches.js'
import { FunctionMap } from './compact/function-map.js'
import { LineHits } from './compact/line-hits.js'
import { NameNumbers, nameKey } from './compact/name-numbers.js'
import { NumberStore } from './compact/number-store.js'

/** Larger line numbers are no line numbers. */
export const MAX_LINE = 2 ** 31 - 1

export const TOO_MANY_FUNCTIONS = 'functions are not counted: the report has more than four million different names'

/** Collects the files of one report; sections of one path become one file. */
export class CoverageBuilder {
  private readonly shared: SharedParts
  private readonly builders = new Map<string, FileBuilder>()
  private hasFunctions = false

  /** @param merge what becomes of a line that is listed again */
  constructor(merge: CountMerge) {
    this.shared = {
      merge,
      store: new NumberStore(),
      armNames: new NameNumbers(),
      functionNames: new NameNumbers(),
    }
  }

  /** @param module the part of the build that the report puts the file in; files of other modules are other files */
  file(path: string, module: string | null = null): FileBuilder {
    const key = module === null ? path : `${module}\0${path}`
    const known = this.builders.get(key)
    if (known !== undefined) return known
    const builder = new FileBuilder({ path: ownText(path), module }, this.shared)
    this.builders.set(ownText(key), builder)
    return builder
  }

  /** From now on a file without functions has none, instead of an unknown number. */
  sawFunctions(): void {
    this.hasFunctions = true
  }

  get armNames(): NameNumbers {
    return this.shared.armNames
  }

  /** In the order in which the report names them first. */
  build(): FileCoverage[] {
    return [...this.builders.values()].map((builder) => builder.build(this.hasFunctions))
  }
}

const NO_BRANCHES: ReadonlyMap<number, BranchCoverage> = new Map()

const NO_FUNCTIONS: ReadonlyMap<string, FunctionCoverage> = new Map()

/** What the files of one report have in common. */
interface SharedParts {
  readonly merge: CountMerge
  readonly store: NumberStore
  readonly armNames: NameNumbers
  readonly functionNames: NameNumbers
}

interface FilePlace {
  readonly path: string
  readonly module: string | null
}

/** One source file. Lines are checked by the caller: integers from 1 to {@link MAX_LINE}. */
export class FileBuilder {
  private readonly place: FilePlace
  private readonly shared: SharedParts
  private readonly lines: CountTable
  private arms: CountTable | null = null
  private counted: CountedTables | null = null
  private functions: CountTable | null = null

  constructor(place: FilePlace, shared: SharedParts) {
    this.place = place
    this.shared = shared
    this.lines = new CountTable(shared.merge, shared.store)
  }

  addLine(line: number, hits: number): void {
    this.lines.add(line, hits)
  }

  /** @returns false when the report names more arms than can be told apart */
  addArm(line: number, arm: string, hits: number): boolean {
    const number = this.shared.armNames.numberOf(arm)
    if (number !== null) this.addNumberedArm(line, number, hits)
    return number !== null
  }

  /** @param arm number of its name in {@link CoverageBuilder.armNames} */
  addNumberedArm(line: number, arm: number, hits: number): void {
    this.arms ??= new CountTable(this.shared.merge, this.shared.store)
    this.arms.add(nameKey(line, arm), hits)
  }

  /** Repeated lines keep the best count and the largest total: they are views of the same branches. */
  addCounted(line: number, covered: number, total: number): void {
    const { store } = this.shared
    this.counted ??= { covered: new CountTable('max', store), total: new CountTable('max', store) }
    this.counted.covered.add(line, covered)
    this.counted.total.add(line, total)
  }

  /** @returns false when the report names more functions than can be told apart */
  addFunction({ name, line, hits }: FunctionCoverage): boolean {
    const number = this.shared.functionNames.numberOf(name)
    if (number === null) return false
    this.functions ??= new CountTable(this.shared.merge, this.shared.store)
    this.functions.add(nameKey(line, number), hits)
    return true
  }

  /** A section ends: its numbers can be packed. */
  endSection(): void {
    for (const table of this.tables()) table.pack()
  }

  build(hasFunctions: boolean): FileCoverage {
    for (const table of this.tables()) table.seal()
    const { path, module } = this.place
    return {
      path,
      ...(module === null ? {} : { module }),
      lines: new LineHits(this.lines),
      branches: this.branches(),
      functions: hasFunctions ? this.functionMap() : null,
      statements: null,
    }
  }

  private branches(): ReadonlyMap<number, BranchCoverage> {
    const { armNames, store } = this.shared
    if (this.arms !== null) return new ArmBranches(this.arms, armNames, store)
    return this.counted === null ? NO_BRANCHES : new CountedBranches(this.counted.covered, this.counted.total)
  }

  private functionMap(): ReadonlyMap<string, FunctionCoverage> {
    return this.functions === null ? NO_FUNCTIONS : new FunctionMap(this.functions, this.shared.functionNames)
  }

  /** Those that have something in them: most files lack one kind or another. */
  private tables(): readonly CountTable[] {
    const { lines, arms, counted, functions } = this
    return [lines, arms, counted?.covered, counted?.total, functions].filter((table) => table != null)
  }
}

/** Two tables with the same keys. */
interface CountedTables {
  readonly covered: CountTable
  readonly total: CountTable
}
