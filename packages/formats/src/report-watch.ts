import type { ReportPlace, Sighting, Witness } from './witness.js'

/** Longer records are told by their beginning. */
const TEXT_LENGTH_MAX = 300

/**
 * Where a reader is in its report, for a witness: whoever reads lines, tags or members moves it along, whoever collects
 * numbers asks it. There is none where nobody wants to know.
 */
export class ReportWatch {
  /** What the numbers come from that are read now: a test or a group of tests. */
  test: string | null = null
  private readonly witness: Witness
  private line: number | null = null
  private describe: () => string | null = nothing
  private isOver = false

  constructor(witness: Witness) {
    this.witness = witness
  }

  /** @param describe what stands there; is asked before the reader moves on, or never */
  moveTo(line: number, describe: () => string | null): void {
    this.line = line
    this.describe = describe
  }

  /** The document is read: numbers that are only now put together have no place. */
  end(): void {
    this.isOver = true
  }

  wants(path: string): boolean {
    return this.witness.wants(path)
  }

  place(): ReportPlace {
    return { line: this.line, text: this.describe()?.slice(0, TEXT_LENGTH_MAX) ?? null }
  }

  /** @param place where the reader is, unless a better one is known */
  saw(sighting: Omit<Sighting, 'place' | 'test'>, place: ReportPlace = this.place()): void {
    if (!this.isOver) this.witness.saw({ ...sighting, test: this.test, place })
  }
}

export function watchReport(witness: Witness | undefined): ReportWatch | null {
  return witness === undefined ? null : new ReportWatch(witness)
}

function nothing(): null {
  return null
}
