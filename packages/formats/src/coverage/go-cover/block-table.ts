import { type Mode, mergeHits } from './mode.js'

/** Folding pays off when enough has come in since the last time. */
const MIN_UNFOLDED = 1024

/** One block in numbers; places as `placeOf` makes them. */
export interface PlacedBlock {
  readonly start: number
  readonly end: number
  readonly statements: number
  readonly hits: number
}

/** Two entries of one block tell different numbers of statements: they come from different sources. */
export interface Contradiction {
  readonly start: number
  readonly end: number
  readonly statements: readonly [number, number]
}

/**
 * The blocks of one file, each once. With `-coverpkg` every test binary lists every block again, so what comes in is
 * mostly what is known, in the same order: then nothing is stored at all. The rest is stored and folded from time to
 * time, so that memory follows the number of different blocks.
 */
export class BlockTable {
  private readonly mode: Mode
  private starts: number[] = []
  private ends: number[] = []
  private statements: number[] = []
  private hits: number[] = []
  /** Where the next block is expected if it is a known one. */
  private expected = 0
  private foldedSize = 0
  private isFolded = true

  constructor(mode: Mode) {
    this.mode = mode
  }

  get size(): number {
    return this.starts.length
  }

  startAt(index: number): number {
    return this.starts[index] ?? 0
  }

  endAt(index: number): number {
    return this.ends[index] ?? 0
  }

  statementsAt(index: number): number {
    return this.statements[index] ?? 0
  }

  hitsAt(index: number): number {
    return this.hits[index] ?? 0
  }

  /** @returns what the block contradicts; null when all is well */
  add(block: PlacedBlock): Contradiction | null {
    const index = this.knownIndex(block)
    if (index === -1) return this.append(block)
    this.expected = index + 1
    this.hits[index] = mergeHits(this.mode, this.hitsAt(index), block.hits)
    return this.statementsAt(index) === block.statements ? null : this.contradiction(index, block.statements)
  }

  /** Each block once, by place. Needed before reading. */
  fold(): Contradiction | null {
    if (this.isFolded) return null
    const order = this.order()
    const { starts, ends, statements, hits } = this
    this.clear()
    let found: Contradiction | null = null
    for (const index of order) {
      const block = {
        start: starts[index] ?? 0,
        end: ends[index] ?? 0,
        statements: statements[index] ?? 0,
        hits: hits[index] ?? 0,
      }
      const last = this.size - 1
      if (last === -1 || !this.isAt(last, block)) this.push(block)
      else {
        this.hits[last] = mergeHits(this.mode, this.hitsAt(last), block.hits)
        if (this.statementsAt(last) !== block.statements) found ??= this.contradiction(last, block.statements)
      }
    }
    this.isFolded = true
    this.foldedSize = this.size
    this.expected = 0
    return found
  }

  private knownIndex(block: PlacedBlock): number {
    if (this.isAt(this.expected, block)) return this.expected
    return this.isAt(0, block) ? 0 : -1
  }

  private isAt(index: number, block: PlacedBlock): boolean {
    return this.starts[index] === block.start && this.ends[index] === block.end
  }

  private append(block: PlacedBlock): Contradiction | null {
    const last = this.size - 1
    const isBehind = last === -1 || this.startAt(last) < block.start
    this.isFolded &&= isBehind
    this.push(block)
    this.expected = this.size
    const isDue = !this.isFolded && this.size >= 2 * this.foldedSize + MIN_UNFOLDED
    return isDue ? this.fold() : null
  }

  private push({ start, end, statements, hits }: PlacedBlock): void {
    this.starts.push(start)
    this.ends.push(end)
    this.statements.push(statements)
    this.hits.push(hits)
  }

  private clear(): void {
    this.starts = []
    this.ends = []
    this.statements = []
    this.hits = []
  }

  private order(): Uint32Array {
    const { starts, ends } = this
    const order = Uint32Array.from(starts, (_, index) => index)
    return order.sort(
      (left, right) => (starts[left] ?? 0) - (starts[right] ?? 0) || (ends[left] ?? 0) - (ends[right] ?? 0),
    )
  }

  private contradiction(index: number, statements: number): Contradiction {
    return {
      start: this.startAt(index),
      end: this.endAt(index),
      statements: [this.statementsAt(index), statements],
    }
  }
}
