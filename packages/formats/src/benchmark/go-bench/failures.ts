/** What gave no number. */
export interface GoFailure {
  readonly name: string
  readonly pkg: string | null
  readonly message: string
  readonly at: number
}

const IT_FAILED = 'It failed.'

/** What failed, each once: Go says it for every count, and again for all that it is a part of. */
export class GoFailures {
  private readonly benchmarks = new Map<string, GoFailure>()
  private readonly packages = new Map<string, GoFailure>()
  private last: GoFailure | null = null

  /** @param message null: what it said may stand in the next line, see {@link explain} */
  add(name: string, { pkg, message, at }: { pkg: string | null; message: string | null; at: number }): void {
    const key = keyOf(name, pkg)
    if (this.benchmarks.has(key)) return
    const failure = { name, pkg, message: message ?? IT_FAILED, at }
    this.benchmarks.set(key, failure)
    this.last = message === null ? failure : null
  }

  addPackage(pkg: string, message: string, at: number): void {
    if (!this.packages.has(pkg)) this.packages.set(pkg, { name: '', pkg, message, at })
  }

  /** What stands behind the last failure. */
  explain(message: string | null): void {
    const last = this.last
    this.last = null
    if (last !== null && message !== null) this.benchmarks.set(keyOf(last.name, last.pkg), { ...last, message })
  }

  /** A package that failed is told where no benchmark of it did; a benchmark, where no part of it did. */
  list(): readonly GoFailure[] {
    const all = [...this.benchmarks.values()]
    const failing = new Set(all.map(({ pkg }) => pkg))
    const parents = new Set(all.flatMap(({ name, pkg }) => parentsOf(name).map((parent) => keyOf(parent, pkg))))
    return [
      ...all.filter(({ name, pkg }) => !parents.has(keyOf(name, pkg))),
      ...[...this.packages.values()].filter(({ pkg }) => !failing.has(pkg)),
    ]
  }
}

function keyOf(name: string, pkg: string | null): string {
  return `${pkg ?? ''} ${name}`
}

function parentsOf(name: string): readonly string[] {
  const parents = []
  for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) parents.push(name.slice(0, end))
  return parents
}
