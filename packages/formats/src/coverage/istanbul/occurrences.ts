/**
 * Tells apart what has the same place: code that a compiler wrote several times from one piece of source. The second one
 * is `12:4-12:9~2`. Equal sources give equal numbers, so shards still fold.
 */
export class Occurrences {
  private readonly seen = new Map<string, number>()

  tell(identity: string): string {
    const times = (this.seen.get(identity) ?? 0) + 1
    this.seen.set(identity, times)
    return times === 1 ? identity : `${identity}~${times}`
  }
}
