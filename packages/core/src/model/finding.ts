export type FindingLevel = 'error' | 'warning' | 'notice'

/** A place in the tested tree; whoever shows it on another tree translates it first. */
export interface Location {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
}

/** One thing that a reader should look at: an uncovered range, a slower benchmark, a flaky test, an incident. */
export interface Finding {
  readonly ruleId: string
  readonly level: FindingLevel
  readonly title: string
  readonly message: string
  readonly location: Location | null
  /** The same problem has the same key in every run; never made of run ids or shas. */
  readonly dedupKey: string
  /** Name of a failed test that needs nobody at once: it is excused, or a proven or known flake. Absent: it is none. */
  readonly flakyTest?: string
}
