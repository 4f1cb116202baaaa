import type { ReadWarning } from '@testwarden/core/model/result'

/** More kinds of oddities than this tell a reader nothing new. */
const MAX_KINDS = 100

/**
 * Collects what a reader found odd. The same message is kept once, with its first line and a count, so that a report of
 * a million bad records makes one warning.
 */
export class WarningLog {
  private readonly kinds = new Map<string, { readonly line: number | null; times: number }>()
  private dropped = 0

  add(message: string, line: number | null): void {
    const known = this.kinds.get(message)
    if (known !== undefined) known.times++
    else if (this.kinds.size < MAX_KINDS) this.kinds.set(message, { line, times: 1 })
    else this.dropped++
  }

  list(): readonly ReadWarning[] {
    const warnings = [...this.kinds].map(([message, { line, times }]) => ({
      message: times === 1 ? message : `${message} (${times} times)`,
      line,
    }))
    if (this.dropped > 0) warnings.push({ message: `${this.dropped} more warnings are not shown`, line: null })
    return warnings
  }
}
