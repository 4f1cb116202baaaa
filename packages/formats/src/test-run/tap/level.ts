import type { TestAttempt } from '@testwarden/core/model/test-run'
import type { ClippedText } from '../clipped-text.js'
import type { TestPoint } from './test-point.js'
import type { YamlBlock } from './yaml-block.js'

/** A result until all that belongs to it is read. */
export interface OpenPoint {
  readonly point: TestPoint
  /** 1-based line of the report. */
  readonly at: number
  /** Its subtests, where they stood in front of it. */
  readonly child: Level | null
  /** Lines behind it, without their `#`; null for none. */
  comments: ClippedText | null
  yaml: YamlBlock | null
  /** Whether its subtests follow in braces. */
  isBraced: boolean
}

/** A case whose suites have no names yet. */
export interface HeldCase {
  readonly name: string
  readonly attempt: TestAttempt
  readonly levels: readonly Level[]
  readonly at: number
}

/** One stream of results: the outermost, or the subtests of a result. */
export class Level {
  readonly indent: number
  /** null while nobody said what the subtests are of. */
  name: string | null
  /** What the next deeper lines are subtests of, where a comment announces it. */
  announced: string | null = null
  planned: number | null = null
  /** Whether the plan stood behind results: nothing may follow it. */
  isClosed = false
  results = 0
  /** Results that are cases themselves. */
  cases = 0
  hasFailure = false
  /** Subtests that ended and wait for their result. */
  lastChild: Level | null = null
  /** The result that these subtests stand behind, in braces. */
  readonly owner: OpenPoint | null
  held: HeldCase[] = []
  /** Names of this level and those around it, as soon as all have one. */
  path: readonly string[] | null = null

  constructor(indent: number, name: string | null, owner: OpenPoint | null = null) {
    this.indent = indent
    this.name = name
    this.owner = owner
  }

  get isWhole(): boolean {
    return this.planned !== null && this.results >= this.planned
  }
}
