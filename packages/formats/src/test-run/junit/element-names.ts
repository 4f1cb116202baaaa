/** PHPUnit warns of tests that it could not run. */
const FAILURES: ReadonlyMap<string, 'failed' | 'errored'> = new Map([
  ['failure', 'failed'],
  ['error', 'errored'],
  ['warning', 'errored'],
  ['flakyFailure', 'failed'],
  ['flakyError', 'errored'],
  ['rerunFailure', 'failed'],
  ['rerunError', 'errored'],
])

/** null: an element that tells of no failure. */
export function statusOfElement(name: string): 'failed' | 'errored' | null {
  return FAILURES.get(name) ?? null
}

export function isSkip(name: string): boolean {
  return name === 'skipped' || name === 'ignored' || name === 'disabled'
}

export function isOutput(name: string): boolean {
  return name === 'system-out' || name === 'system-err'
}
