import type { BranchCoverage, FileCoverage, FunctionCoverage } from '@testwarden/core/model/coverage'
import { NameNumbers, nameKey } from '../compact/name-numbers.js'
import type { ReportWatch } from '../report-watch.js'
import { ownText } from '../text/own-text.js'
import { ArmBranches } from './compact/arm-branches.js'
import { CountTables } from './compact/count-tables.js'
import { CountedBranches, type CountedTables } from './compact/counted-branches.js'
import { FunctionMap } from './compact/function-map.js'
import { LineHits } from './compact/line-hits.js'
import type { NamedTables } from './compact/named-tables.js'
import { NumberStore } from './compact/number-store.js'
import type { CountMerge } from './compact/pending-counts.js'
import { FileWatch } from './file-watch.js'

/** Larger line numbers are no line numbers. */
export const MAX_LINE = 2 ** 31 - 1

export const TOO_MANY_BRANCHES = 'branches are not counted: the report has more than four million different ones'
export const TOO_MANY_FUNCTIONS = 'functions are not counted: the report has more than four million different names'

/** Collects the files of one report; sections of one path become one file. */
export class CoverageBuilder {
  private readonly tables: ReportTables
  /** Numbers of the files by path, or by module and path where a report has modules. */
  private readonly files = new Map<string, number>()
  private readonly modules = new Map<number, string>()
  private readonly watch: ReportWatch | null
  private hasFunctions = false

  /**
   * @param merge what becomes of a line that is listed again
   * @param watch tells where the reader is, where somebody wants to know that
   */
  constructor(merge: CountMerge, watch: ReportWatch | null = null) {
    this.watch = watch
    const store = new NumberStore()
    this.tables = {
      lines: new CountTables(merge, store),
      arms: { tables: new CountTables(merge, store), names: new NameNumbers() },
      counted: { covered: new CountTables('max', store), total: new CountTables('max', store) },
      functions: { tables: new CountTables(merge, store), names: new NameNumbers() },
    }
  }

  /** @param module the part of the build that the report puts the file in; files of other modules are other files */
  file(path: string, module: string | null = null): FileBuilder {
    const key = module === null ? path : `${module}\0${path}`
    const known = this.files.get(key)
    const watch = this.watch === null ? null : this.watchFile(this.watch, path, module)
    if (known !== undefined) return new FileBuilder(this.tables, known, watch)
    const file = this.files.size
    this.files.set(ownText(key), file)
    if (module !== null) this.modules.set(file, module)
    return new FileBuilder(this.tables, file, watch)
  }

  /** From now on a file without functions has none, instead of an unknown number. */
  sawFunctions(): void {
    this.hasFunctions = true
  }

  get armNames(): NameNumbers {
    return this.tables.arms.names
  }

  get functionNames(): NameNumbers {
    return this.tables.functions.names
  }

  /** In the order in which the report names them first. */
  build(): FileCoverage[] {
    for (const tables of allTables(this.tables)) tables.sealAll()
    return Array.from(this.files, ([key, file]) => this.fileCoverage(key, file))
  }

  private watchFile(report: ReportWatch, path: string, module: string | null): FileWatch | null {
    if (!report.wants(path)) return null
    const watch = new FileWatch(report, { path: ownText(path), module })
    watch.entry()
    return watch
  }

  private fileCoverage(key: string, file: number): FileCoverage {
    const { tables } = this
    const coverage: FileCoverage = {
      path: key,
      lines: new LineHits(tables.lines, file),
      branches: branchesOf(file, tables),
      functions: this.hasFunctions ? functionsOf(file, tables.functions) : null,
      statements: null,
    }
    const module = this.modules.get(file)
    return module === undefined ? coverage : { ...coverage, path: key.slice(module.length + 1), module }
  }
}

/** One source file. Lines are checked by the caller: integers from 1 to {@link MAX_LINE}. */
export class FileBuilder {
  /** null: nobody wants to know where the numbers of this file stand. */
  readonly watch: FileWatch | null
  private readonly tables: ReportTables
  private readonly file: number

  constructor(tables: ReportTables, file: number, watch: FileWatch | null) {
    this.tables = tables
    this.file = file
    this.watch = watch
  }

  addLine(line: number, hits: number): void {
    if (this.watch !== null) this.watch.line(line, hits)
    this.tables.lines.add(this.file, line, hits)
  }

  /** @returns false when the report names more arms than can be told apart */
  addArm(line: number, arm: string, hits: number): boolean {
    const number = this.tables.arms.names.numberOf(arm)
    if (number !== null) this.addNumberedArm(line, number, hits)
    return number !== null
  }

  /** @param arm number of its name in {@link CoverageBuilder.armNames} */
  addNumberedArm(line: number, arm: number, hits: number): void {
    if (this.watch !== null) this.watch.arm(line, this.tables.arms.names.nameOf(arm), hits)
    this.tables.arms.tables.add(this.file, nameKey(line, arm), hits)
  }

  /** Repeated lines keep the best count and the largest total: they are views of the same branches. */
  addCounted(line: number, covered: number, total: number): void {
    if (this.watch !== null) this.watch.counted(line, covered, total)
    this.tables.counted.covered.add(this.file, line, covered)
    this.tables.counted.total.add(this.file, line, total)
  }

  /** @returns false when the report names more functions than can be told apart */
  addFunction({ name, line, hits }: FunctionCoverage): boolean {
    const number = this.tables.functions.names.numberOf(name)
    if (number !== null) this.addNumberedFunction({ name: number, line, hits })
    return number !== null
  }

  addNumberedFunction({ name, line, hits }: NumberedFunction): void {
    if (this.watch !== null) this.watch.function(line, this.tables.functions.names.nameOf(name), hits)
    this.tables.functions.tables.add(this.file, nameKey(line, name), hits)
  }

  /** A section ends: its numbers can be packed. */
  endSection(): void {
    for (const tables of allTables(this.tables)) tables.pack(this.file)
  }
}

/** A function by the number of its name in {@link CoverageBuilder.functionNames}. */
export interface NumberedFunction {
  readonly name: number
  readonly line: number
  readonly hits: number
}

/** What the files of one report have in common: their numbers, by kind. */
interface ReportTables {
  readonly lines: CountTables
  readonly arms: NamedTables
  readonly counted: CountedTables
  readonly functions: NamedTables
}

const NO_BRANCHES: ReadonlyMap<number, BranchCoverage> = new Map()

const NO_FUNCTIONS: ReadonlyMap<string, FunctionCoverage> = new Map()

function allTables({ lines, arms, counted, functions }: ReportTables): readonly CountTables[] {
  return [lines, arms.tables, counted.covered, counted.total, functions.tables]
}

function branchesOf(file: number, { arms, counted }: ReportTables): ReadonlyMap<number, BranchCoverage> {
  if (arms.tables.size(file) > 0) return new ArmBranches(arms, file)
  return counted.total.size(file) > 0 ? new CountedBranches(counted, file) : NO_BRANCHES
}

function functionsOf(file: number, functions: NamedTables): ReadonlyMap<string, FunctionCoverage> {
  return functions.tables.size(file) > 0 ? new FunctionMap(functions, file) : NO_FUNCTIONS
}
