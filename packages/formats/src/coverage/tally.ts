import type { Count } from '@testwarden/core/model/count'

/** Counts line elements as they come by. A million of them must not make a million {@link Count}s. */
export class Tally {
  private covered = 0
  private total = 0

  add(hits: number): void {
    this.total++
    if (hits > 0) this.covered++
  }

  count(): Count {
    return { covered: this.covered, total: this.total }
  }
}
