import type { CoverageBuilder, FileBuilder } from '../coverage-builder.js'

/** The files of one module, by the numbers that only count inside it. */
export class ModuleFiles {
  private readonly builder: CoverageBuilder
  private readonly paths = new Map<number, string>()
  private readonly builders = new Map<number, FileBuilder>()

  constructor(builder: CoverageBuilder) {
    this.builder = builder
  }

  add(uid: number, path: string): void {
    this.paths.set(uid, path)
  }

  /** null: the module lists no such file. A file becomes part of the report when it has anything to cover. */
  get(uid: number): FileBuilder | null {
    const known = this.builders.get(uid)
    if (known !== undefined) return known
    const path = this.paths.get(uid)
    if (path === undefined) return null
    const file = this.builder.file(path)
    this.builders.set(uid, file)
    return file
  }

  endModule(): void {
    for (const file of this.builders.values()) file.endSection()
    this.paths.clear()
    this.builders.clear()
  }
}
