import type { TestFailure } from '@testwarden/core/model/test-run'
import { traceLines } from './stack-traces/trace-lines.js'

/** Lines of a trace that are looked at, after its frames are gone. */
const MAX_LINES = 100

/** pytest marks what an error says; all else around it is source, arguments and places. */
const PYTEST = /^\s*E\s{2,}(.+)$/
const GO_MESSAGE = /^\s*\S+\.go:\d{1,9}: (.+)$/
/** Places, calls, and the source with its underlining below them. */
const NO_MESSAGE: readonly RegExp[] = [
  /^\s*(?:at |from |# |❯ |#\d+ |\d+: |File ")/,
  /^[\s|]*File "/,
  /^\s*\S+:\d{1,9}(?::\d{1,9})?(?::.*)?$/,
  /^[\s~^|+-]*$/,
  /^\s*(?:goroutine \d+ \[|created by |Traceback |stack backtrace|Stack trace:|\.{3} \d+ more|note: )/,
  /^\t\S.*\.go:\d/,
]

/** What a failure says, line by line: its type and message, then the lines of its trace that are neither frames nor source. */
export function errorLines(failure: TestFailure): readonly string[] {
  const headline = failure.type === null ? failure.message : `${failure.type}: ${failure.message}`
  return [...traceLines(headline), ...messagesOf(failure.trace)]
}

/** What the trace itself says. */
export function messagesOf(trace: string): readonly string[] {
  const lines = traceLines(trace)
  const marked = lines.flatMap((line) => PYTEST.exec(line)?.[1] ?? [])
  return (marked.length > 0 ? marked : withoutFrames(lines)).slice(0, MAX_LINES)
}

function withoutFrames(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const [, logged] = GO_MESSAGE.exec(line) ?? []
    if (logged !== undefined) return [logged]
    const isSource = /^[\s|]*File "/.test(lines[index - 1] ?? '')
    return isSource || NO_MESSAGE.some((shape) => shape.test(line)) ? [] : [line]
  })
}
