import { MAX_MESSAGE } from '@testwarden/core/model/test-run'
import { ClippedText } from '../clipped-text.js'

/** `# example.com/parcel [example.com/parcel.test]` */
const HEADING = /^# (\S+)/

/**
 * What the compiler said of each build that failed. Since Go 1.24 it is part of the stream; before, it went to standard
 * error, and stands between the events where both go to one file.
 */
export class BuildOutputs {
  private readonly texts = new Map<string, ClippedText>()
  /** The package that plain lines are about. */
  private current: string | null = null

  add(build: string, piece: string): void {
    const text = this.texts.get(build) ?? new ClippedText(MAX_MESSAGE)
    this.texts.set(build, text)
    text.add(piece)
  }

  /** @returns whether the line is one of a compiler */
  addPlain(line: string): boolean {
    const [, name] = HEADING.exec(line) ?? []
    this.current = name ?? this.current
    if (this.current === null) return false
    this.add(this.current, `${line}\n`)
    return true
  }

  /** Events follow: lines behind them are somebody else's. */
  endPlain(): void {
    this.current = null
  }

  /** @param build as Go names it; before 1.24 the package itself */
  of(build: string): string {
    return this.texts.get(build)?.toString().trim() ?? ''
  }
}
