/**
 * The blocks of a section's branches by their rank on their line. Some tools number blocks line by line, as LCOV means
 * it; those from JavaScript number them through the whole file, and V8 finds other blocks in every run. Two shards would
 * name one branch in two ways then, and it would count twice.
 */
export class BlockRanks {
  private numbering: Numbering = 'not known yet'
  private line = 0
  private block = -1
  private rank = 0
  private highest = -1
  /** Line to its blocks so far; used only where blocks are numbered through the file. */
  private readonly counts = new Map<number, number>()

  /** A section numbers anew. */
  clear(): void {
    this.numbering = 'not known yet'
    this.line = 0
    this.block = -1
    this.highest = -1
    this.counts.clear()
  }

  /** Records of one block stand together. @returns the block itself where the section numbers line by line */
  rankOf(line: number, block: number): number {
    if (this.numbering === 'line by line') return block
    if (line === this.line && block === this.block) return this.rank
    if (!this.goesOn(line, block)) {
      this.numbering = 'line by line'
      return block
    }
    this.rank = this.counts.get(line) ?? 0
    this.counts.set(line, this.rank + 1)
    this.line = line
    this.block = block
    this.highest = block
    return this.rank
  }

  /** Whether the blocks so far may be numbered through the file: 0, 1, 2 and on, and not from 0 again on a new line. */
  private goesOn(line: number, block: number): boolean {
    if (block !== this.highest + 1) return false
    if (this.line !== 0 && line !== this.line) this.numbering = 'through the file'
    return true
  }
}

type Numbering = 'not known yet' | 'line by line' | 'through the file'
