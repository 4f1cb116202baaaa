import { MAX_TRACE } from '@testwarden/core/model/test-run'
import { ClippedText } from '../clipped-text.js'

/** What the test binary says about tests, beside what they print themselves. */
const FRAMING = /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)\s|--- (?:PASS|FAIL|SKIP|BENCH): )/
/** How the runtime begins to tell why it ends the program. */
const ENDINGS: readonly string[] = ['panic: ', 'fatal error: ']

/** What a test or a package printed, as far as it is of use for a failure. */
export class GoOutput {
  private text: ClippedText | null = null
  private ending: string | null = null

  /** The line that says why the program ended; null while none did. */
  get panic(): string | null {
    return this.ending
  }

  add(piece: string): void {
    if (FRAMING.test(piece)) return
    if (ENDINGS.some((start) => piece.startsWith(start))) this.ending ??= piece.trimEnd()
    this.text ??= new ClippedText(MAX_TRACE)
    this.text.add(piece)
  }

  toString(): string {
    return this.text?.toString() ?? ''
  }
}

/** A test that was started and has not ended yet. */
export interface OpenTest {
  readonly output: GoOutput
  /** The first of its subtests that failed. */
  failedSubtest: string | null
}
