/** A column of names that are as long as they like. */
const MAX_PIECES = 20

/**
 * The name of a benchmark, which Catch2 breaks where it is longer than its column. It fills up every line of its table with
 * blanks, what the benchmarked program prints is not: so names are told from that. Where somebody took the blanks off, all
 * that stands in front of the numbers is the name.
 */
export class RowName {
  private pieces: string[] = []
  /** Whether the last piece goes on in the next line. */
  private isOpen = false
  /** Whether the program printed behind the last piece, so that the numbers of the benchmark stand elsewhere. */
  private isPrintedOn = false
  private printed: string[] = []

  /** A line that has no numbers. */
  add(line: string, width: number): void {
    const column = line.slice(0, width)
    const isFilled = line.length > width && column.endsWith(' ')
    const isWhole = line.slice(width).trim() !== ''
    if (this.printed.length < MAX_PIECES) this.printed.push(column.trim())
    if (isFilled && !this.isOpen) this.pieces = []
    if (isFilled || this.isOpen || this.pieces.length === 0) this.pieces.push(column.trim())
    if (isFilled) this.isPrintedOn = isWhole
    this.isOpen = isFilled && !isWhole && this.pieces.length < MAX_PIECES
  }

  /** @param end what the line of the numbers has of it */
  take(end: string, isFilled: boolean): string {
    const isEndOnly = isFilled && !this.isOpen && end !== ''
    const pieces = isFilled ? this.pieces : this.printed
    const name = isEndOnly ? end : joined([...pieces, end])
    this.clear()
    return name
  }

  /** The name of a benchmark whose numbers stand behind what it printed; null for none. */
  takePrintedOn(): string | null {
    const name = this.isPrintedOn ? joined(this.pieces) : ''
    if (name === '') return null
    this.clear()
    return name
  }

  clear(): void {
    this.pieces = []
    this.printed = []
    this.isOpen = false
    this.isPrintedOn = false
  }
}

function joined(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(' ')
}
