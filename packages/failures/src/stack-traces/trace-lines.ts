import { MAX_TRACE } from '@testwarden/core/model/test-run'
import { stripAnsi } from '../strip-ansi.js'

/** A longer line is no frame; what is cut off is not looked at. */
const MAX_LINE_LENGTH = 1_000

/** The lines of a trace, without colours, each and all together bounded. */
export function traceLines(text: string): readonly string[] {
  return stripAnsi(text.slice(0, MAX_TRACE))
    .split(/\r\n|\r|\n/)
    .map((line) => line.slice(0, MAX_LINE_LENGTH).trimEnd())
}
