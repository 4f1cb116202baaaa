import { type Count, NOTHING_COUNTED } from '@testwarden/core/model/count'
import type { BranchCoverage } from '@testwarden/core/model/coverage'
import type { Integers } from '../compact/number-store.js'
import { addHits, isSameIntegers, isSameTexts, packHits } from './add-hits.js'
import { Occurrences } from './occurrences.js'
import { type Span, spanText } from './span.js'

const NUMBERS_PER_BRANCH = 6

/** One branch with what each of its arms was taken. */
export interface PlacedBranch {
  readonly type: string
  readonly line: number
  readonly span: Span
  readonly hits: readonly number[]
}

/**
 * Branches by their line, in the order of the report. Texts that identify arms are made when somebody asks for one: shards
 * of one source are added without them.
 */
export class PlacedBranches implements ReadonlyMap<number, BranchCoverage> {
  private readonly types: readonly string[]
  /** Of each branch: line, the four numbers of its span, number of arms. */
  private readonly places: Int32Array
  /** Of all arms, one branch after the other. */
  private readonly hits: Integers
  private lines: ReadonlyMap<number, BranchCoverage> | null = null

  constructor(types: readonly string[], places: Int32Array, hits: Integers) {
    this.types = types
    this.places = places
    this.hits = hits
  }

  static of(branches: readonly PlacedBranch[]): PlacedBranches {
    const places = new Int32Array(branches.length * NUMBERS_PER_BRANCH)
    const types: string[] = []
    const allHits: number[] = []
    for (const { type, line, span, hits } of branches) {
      const { line: first, column, endLine, endColumn } = span
      places.set([line, first, column, endLine, endColumn, hits.length], types.length * NUMBERS_PER_BRANCH)
      types.push(type)
      for (const count of hits) allHits.push(count)
    }
    return new PlacedBranches(types, places, packHits(allHits))
  }

  get size(): number {
    return this.byLine().size
  }

  /** Of all arms: they are all known by place, so nothing needs to be told apart. */
  count(): Count {
    let covered = 0
    for (const hits of this.hits) if (hits > 0) covered++
    return { covered, total: this.hits.length }
  }

  /** The sum of two shards that list the same branches in the same order, as runs of one source do; else null. */
  plus(other: ReadonlyMap<number, BranchCoverage>): PlacedBranches | null {
    if (!(other instanceof PlacedBranches) || this.hits.length !== other.hits.length) return null
    if (!isSameIntegers(this.places, other.places) || !isSameTexts(this.types, other.types)) return null
    return new PlacedBranches(this.types, this.places, addHits(this.hits, other.hits))
  }

  get(line: number): BranchCoverage | undefined {
    return this.byLine().get(line)
  }

  has(line: number): boolean {
    return this.byLine().has(line)
  }

  forEach(visit: (value: BranchCoverage, line: number, map: ReadonlyMap<number, BranchCoverage>) => void): void {
    this.byLine().forEach(visit)
  }

  keys(): MapIterator<number> {
    return this.byLine().keys()
  }

  values(): MapIterator<BranchCoverage> {
    return this.byLine().values()
  }

  entries(): MapIterator<[number, BranchCoverage]> {
    return this.byLine().entries()
  }

  [Symbol.iterator](): MapIterator<[number, BranchCoverage]> {
    return this.entries()
  }

  private byLine(): ReadonlyMap<number, BranchCoverage> {
    this.lines ??= this.describe()
    return this.lines
  }

  private describe(): ReadonlyMap<number, BranchCoverage> {
    const occurrences = new Occurrences()
    const armsByLine = new Map<number, Map<string, number>>()
    let firstArm = 0
    for (const [index, type] of this.types.entries()) {
      const start = index * NUMBERS_PER_BRANCH
      const [own = 0, line = 0, column = 0, endLine = 0, endColumn = 0, count = 0] = this.places.subarray(start)
      const identity = occurrences.tell(`@${type} ${spanText({ line, column, endLine, endColumn })}`)
      const arms = armsByLine.get(own) ?? new Map<string, number>()
      // Arms have their order in the branch: those of an `if` without `else` have one place or none.
      for (let arm = 0; arm < count; arm++) arms.set(`${identity} ${arm}`, this.hits[firstArm + arm] ?? 0)
      armsByLine.set(own, arms)
      firstArm += count
    }
    return withoutCounts(armsByLine)
  }
}

/** Ascending by line. */
function withoutCounts(armsByLine: ReadonlyMap<number, ReadonlyMap<string, number>>): Map<number, BranchCoverage> {
  const sorted = [...armsByLine].sort(([left], [right]) => left - right)
  return new Map(sorted.map(([line, arms]) => [line, { arms, counted: NOTHING_COUNTED }]))
}
