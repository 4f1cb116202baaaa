import type { Count } from '@testwarden/core/model/count'
import type { Difference } from '../declared.js'

/** A tool that writes Cobertura XML in its own way: how to tell it, and why its totals differ from its lines. */
export interface CoberturaDialect {
  /** The tool's name, as `inspect` shows it. */
  readonly id: string
  detect(clues: CoberturaClues): boolean
  /** Why this tool may declare more than it lists; null when nothing is known. */
  explain(difference: Difference, facts: CoberturaFacts): string | null
}

/** What the beginning of a file shows of its writer. */
export interface CoberturaClues {
  /** Attributes of the root in their order: each tool has its own. */
  readonly rootAttributes: readonly string[]
  /** The root's `version`; empty without one. */
  readonly version: string
  /** Attributes of the first `<class>`; empty without one. */
  readonly classAttributes: readonly string[]
  /** Attributes of the first `<method>`; empty without one. */
  readonly methodAttributes: readonly string[]
  readonly hasSourcesElement: boolean
}

/** What the whole file shows of how it counts. */
export interface CoberturaFacts {
  readonly sources: number
  /** All line elements of classes, repetitions included. */
  readonly classLines: Count
  /** All line elements of methods, repetitions included. */
  readonly methodLines: Count
  /** Line elements that name no real line, such as line 0, or that stand outside any class. */
  readonly skippedLines: Count
  /** Whether some lines have branches, but do not say how many. */
  readonly hasUnknownBranches: boolean
  /** Whether the declared line totals are what the file lists: then it was not cut down by somebody else. */
  readonly areLinesConfirmed: boolean
}
