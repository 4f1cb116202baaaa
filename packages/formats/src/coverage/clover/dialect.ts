import type { Difference } from '../declared.js'

/** A tool that writes Clover XML in its own way: how to tell it, and why its totals differ from its lines. */
export interface CloverDialect {
  /** The tool's name, as `inspect` shows it. */
  readonly id: string
  detect(clues: CloverClues): boolean
  /** Why this tool may declare other totals than it lists; null when nothing is known. */
  explain(difference: Difference): string | null
}

/** What the beginning of a file shows of its writer. */
export interface CloverClues {
  /** The root's `clover`; null without one. */
  readonly version: string | null
  /** Of the first project. */
  readonly projectName: string
}
