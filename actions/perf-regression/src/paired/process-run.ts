import type { MeasuredRun } from './measured.js'

/** One process of benchmarks. */
export interface ProcessRun {
  /** null: it measured nothing, and {@link ProcessRun.fault} says why. */
  readonly measured: MeasuredRun | null
  /** What went wrong, behind the name of the side. */
  readonly fault: string | null
  readonly durationMs: number
  /** Processor time; null where it cannot be told. */
  readonly cpuMs: number | null
}
