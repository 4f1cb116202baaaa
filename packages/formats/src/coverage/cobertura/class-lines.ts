import type { FileBuilder } from '../coverage-builder.js'

/**
 * The lines of one class, from the class itself or from its methods. Both list the same lines in most files, so those
 * of the methods only count for a class that lists none of its own.
 */
export class ClassLines {
  private readonly file: FileBuilder
  private hasOwn = false
  /** {@link FIELDS} numbers for each line of a method: most are never looked at again, so they get no objects. */
  private fromMethods: number[] = []

  constructor(file: FileBuilder) {
    this.file = file
  }

  addOwn(element: LineElement): void {
    this.hasOwn = true
    if (this.fromMethods.length > 0) this.fromMethods = []
    this.add(element)
  }

  addFromMethod({ line, hits, covered, total }: LineElement): void {
    if (!this.hasOwn) this.fromMethods.push(line, hits, covered, total)
  }

  end(): void {
    const { fromMethods } = this
    for (let at = 0; at < fromMethods.length; at += FIELDS) {
      const [line = 0, hits = 0, covered = 0, total = 0] = fromMethods.slice(at, at + FIELDS)
      this.add({ line, hits, covered, total })
    }
    this.fromMethods = []
    this.file.endSection()
  }

  private add({ line, hits, covered, total }: ListedLine): void {
    this.file.addLine(line, hits)
    if (total > 0) this.file.addCounted(line, covered, total)
  }
}

const FIELDS = 4

/** What a `<line>` lists; `total: 0` without branches. */
export interface ListedLine {
  readonly line: number
  readonly hits: number
  readonly covered: number
  readonly total: number
}

/** One `<line>`. */
export interface LineElement extends ListedLine {
  /** It has branches, but does not say how many. */
  readonly hasUnknownBranches: boolean
}
