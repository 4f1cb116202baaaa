import type { TestFailure } from '@testwarden/core/model/test-run'
import type { OpenTest } from './open-test.js'

/** `    parcel_test.go:12: got 1`; before Go 1.14 with the name of the test in front. */
const LOCATION = /^\s*(?:[\w/]{1,200}: )?[^\s:]+\.go:\d+:(?: (.*))?$/
/** What a test logs over several lines is indented further than where it begins. */
const CONTINUED = /^ {8}|^\t/

/** What a failed test says: its first `t.Error` or log line, all of its output as trace. */
export function failureOf({ output, failedSubtest }: OpenTest): TestFailure {
  const trace = output.toString()
  if (output.panic !== null) return { type: 'panic', message: withoutType(output.panic), trace }
  const said = firstMessage(trace.split('\n'))
  if (said !== '') return { type: null, message: said, trace }
  const subtest = failedSubtest === null ? 'the test failed and says nothing' : `a subtest failed: ${failedSubtest}`
  return { type: null, message: subtest, trace }
}

/** @param cause why: a line of another test or of the package, where the program gave up */
export function neverEnded(
  { output }: OpenTest,
  { panic, reason }: { readonly panic: string | null; readonly reason: string },
): TestFailure {
  return {
    type: panic === null ? null : 'panic',
    message: `the test started and never ended: ${reason}`,
    trace: output.toString(),
  }
}

export function withoutType(panic: string): string {
  return panic.replace(/^panic: /, '')
}

function firstMessage(lines: readonly string[]): string {
  const start = lines.findIndex((line) => LOCATION.test(line))
  if (start === -1) return lines.find((line) => line.trim() !== '')?.trim() ?? ''
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => !CONTINUED.test(line) || LOCATION.test(line))
  const [, said = ''] = LOCATION.exec(lines[start] ?? '') ?? []
  return [said, ...rest.slice(0, end === -1 ? rest.length : end).map((line) => line.trim())].join('\n').trim()
}
