import { type Frame, frameAt, type StackTraceLanguage } from './frame.js'
import { splitBlocks } from './split-blocks.js'

/** Below a line with the call; `+0x1d` is missing where the call was inlined. */
const FRAME = /^\s+(\S.*\.go):(\d{1,9})(?: \+0x[0-9a-f]+)?$/
/** What `t.Error` and `t.Log` print. */
const LOGGED = /^\s*(\S+\.go):(\d{1,9}):(?: |$)/
const TESTIFY = /^\s*Error Trace:\s*(\S.*\.go):(\d{1,9})$/
const CALL = /^\s*(?:created by )?([^\s(]\S*?[\w)\]])(?:\(.*\))?(?: in goroutine \d+)?$/

/**
 * Panics, whose goroutines are printed innermost call first; and messages of tests, which name their file without a
 * folder. What is logged looks like what fails, and a test that gave up did so with its last message: the last comes first.
 * https://pkg.go.dev/runtime/debug#PrintStack, https://pkg.go.dev/testing
 */
export const go: StackTraceLanguage = {
  id: 'go',
  displayName: 'Go',
  marks: ['.go:'],
  readFrames(lines) {
    const start = lines.findIndex((line) => /^\s*goroutine \d+ \[/.test(line))
    const [logs, panic] = start < 0 ? [lines, []] : [lines.slice(0, start), lines.slice(start)]
    const messages = splitBlocks(logs, (line) => LOGGED.test(line)).toReversed()
    return [...readCalls(panic), ...messages.flatMap(readMessage)]
  },
}

function readMessage(lines: readonly string[]): readonly Frame[] {
  const [, path, line] = LOGGED.exec(lines[0] ?? '') ?? []
  const logged = path === undefined || line === undefined ? [] : [frameAt(path, line)]
  return [...logged, ...readCalls(lines)]
}

function readCalls(lines: readonly string[]): readonly Frame[] {
  return lines.flatMap((line, index) => {
    const [, path, number] = TESTIFY.exec(line) ?? FRAME.exec(line) ?? []
    if (path === undefined || number === undefined) return []
    return [frameAt(path, number, { function: CALL.exec(lines[index - 1] ?? '')?.[1] ?? null })]
  })
}
