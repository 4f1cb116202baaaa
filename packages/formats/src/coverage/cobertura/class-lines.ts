import type { FileBuilder } from '../coverage-builder.js'

/**
 * The lines of one class, from the class itself or from its methods. Both list the same lines in most files, so those
 * of the methods only count for a class that lists none of its own.
 */
export class ClassLines {
  private readonly file: FileBuilder
  private hasOwn = false
  private fromMethods: LineElement[] = []

  constructor(file: FileBuilder) {
    this.file = file
  }

  addOwn(element: LineElement): void {
    this.hasOwn = true
    this.fromMethods = []
    this.add(element)
  }

  addFromMethod(element: LineElement): void {
    if (!this.hasOwn) this.fromMethods.push(element)
  }

  end(): void {
    for (const element of this.fromMethods) this.add(element)
    this.fromMethods = []
    this.file.endSection()
  }

  private add({ line, hits, covered, total }: LineElement): void {
    this.file.addLine(line, hits)
    if (total > 0) this.file.addCounted(line, covered, total)
  }
}

/** One `<line>`; `total: 0` without branches. */
export interface LineElement {
  readonly line: number
  readonly hits: number
  readonly covered: number
  readonly total: number
  /** It has branches, but does not say how many. */
  readonly hasUnknownBranches: boolean
}
