const SEPARATOR = '\0'

/** Counts the suites that hold cases: each path of names once, per file. */
export class SuiteCounter {
  private readonly seen = new Set<string>()
  /** Neighbours mostly share their suite. */
  private last: readonly string[] = []

  get count(): number {
    return this.seen.size
  }

  see(path: readonly string[]): void {
    if (path === this.last) return
    this.last = path
    this.seen.add(path.join(SEPARATOR))
  }
}
