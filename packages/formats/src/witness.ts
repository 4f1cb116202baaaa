/**
 * Somebody who wants to know where in a report the numbers of a source file stand. Reading without one costs nothing;
 * with one it is slower, and gives the same model.
 */
export interface Witness {
  /** Whether the numbers of a source file are of interest. @param path as the report has it */
  wants(path: string): boolean
  saw(sighting: Sighting): void
}

/** `entry`: where the report begins to tell of a file; `test`: the name of something that ran a line. */
export type SightingKind = 'line' | 'arm' | 'branches' | 'function' | 'statement' | 'entry' | 'test'

/** A number of a source file and where it was read. The same number may be seen more than once. */
export interface Sighting {
  /** The source file, as the report has it. */
  readonly path: string
  /** The part of the build that the report puts it in. */
  readonly module: string | null
  readonly kind: SightingKind
  /** First and last line of the source file that it is about; 0 when the report does not say. */
  readonly first: number
  readonly last: number
  /** Of an arm, a function or a statement. */
  readonly name: string | null
  /** Covered ones where branches are only counted. */
  readonly hits: number | null
  /** Where branches are only counted: all of them. */
  readonly total: number | null
  /** What ran: a test or a group of tests; null where the report does not tell. */
  readonly test: string | null
  readonly place: ReportPlace
}

/** A place in a report. */
export interface ReportPlace {
  /** 1-based; null where nobody counts them. */
  readonly line: number | null
  /** What stands there, in short: a record, a tag, the keys that lead to a value. */
  readonly text: string | null
}
