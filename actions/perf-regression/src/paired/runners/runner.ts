import type { CommandReport } from '@testwarden/core/model/request'

/** How one tool for benchmarks is called, and told which of them to run. */
export interface BenchRunner {
  /** The word of `command` that stands for {@link BenchRunner.line}, and of `{filter:<id>}`. */
  readonly id: string
  readonly displayName: string
  /** Where the tool documents how it is told. */
  readonly url: string
  /** Words of a command line that call it; none where its benchmarks are programs of the user. */
  readonly programs: readonly string[]
  /**
   * Its command line, with `{filter}` where {@link BenchRunner.everything} or {@link BenchRunner.select} goes. It runs
   * every benchmark in one process: processes are what is compared, so repeating them is for the pairs.
   */
  readonly line: string
  /** What must stand behind {@link BenchRunner.id}: `the program of the benchmarks`; null: nothing must. */
  readonly needs: string | null
  readonly report: CommandReport
  /** Whether it may find the code that it measures outside of the tree, such as among installed packages. */
  readonly sharesEnvironment: boolean
  /** What goes into the slot when all benchmarks are wanted. */
  everything(more: FurtherWords): readonly string[]
  /**
   * What goes into the slot when only some are. More may run than is wanted, never less: of what ran only those that are
   * wanted are looked at. null: they cannot be told apart.
   */
  select(names: BenchmarkNames, more: FurtherWords): readonly string[] | null
}

/** What stands behind the id of a runner in `command`; null where `command` is a whole command line. */
export type FurtherWords = readonly string[] | null

/** Benchmarks as their report names them. */
export interface BenchmarkNames {
  readonly wanted: readonly string[]
  readonly others: readonly string[]
}
