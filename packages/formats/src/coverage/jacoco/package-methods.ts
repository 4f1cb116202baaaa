import type { FunctionCoverage } from '@testwarden/core/model/coverage'

/** Methods of one package whose classes do not name their source file. */
export class PackageMethods {
  private methods: HomelessMethod[] = []
  private readonly fileByStem = new Map<string, string>()

  addFile(fileName: string): void {
    const stem = fileName.slice(0, Math.max(fileName.lastIndexOf('.'), 0))
    this.fileByStem.set(stem, fileName)
  }

  add(className: string, found: FunctionCoverage): void {
    this.methods.push({ className, found })
  }

  /** Gives each to the file that is named like its outermost class, or to null; then starts anew. */
  handOver(take: (fileName: string | null, found: FunctionCoverage) => void): void {
    for (const { className, found } of this.methods) take(this.fileByStem.get(outermost(className)) ?? null, found)
    this.methods = []
    this.fileByStem.clear()
  }
}

interface HomelessMethod {
  readonly className: string
  readonly found: FunctionCoverage
}

function outermost(className: string): string {
  const end = className.indexOf('$', 1)
  return end === -1 ? className : className.slice(0, end)
}
