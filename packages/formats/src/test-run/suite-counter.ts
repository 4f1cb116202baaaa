const SEPARATOR = '\0'
/** Names may be megabytes, and are kept here only to be counted. */
const KEPT_AT_AN_END = 200

/** Counts the suites that hold cases: each path of names once. */
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
    this.seen.add(boundedKey(path))
  }
}

/** A key of bounded length for names of any length, which differ at one of their ends or in their length. */
export function boundedKey(names: readonly string[]): string {
  return names.map(bounded).join(SEPARATOR)
}

function bounded(name: string): string {
  if (name.length <= 2 * KEPT_AT_AN_END) return name
  return `${name.slice(0, KEPT_AT_AN_END)}${name.length}${name.slice(-KEPT_AT_AN_END)}`
}
