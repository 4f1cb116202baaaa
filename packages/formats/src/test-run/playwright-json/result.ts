import type { TestAttempt, TestFailure, TestStatus } from '@testwarden/core/model/test-run'
import { Fields, objects } from '../../json/fields.js'
import type { WarningLog } from '../../warning-log.js'
import { attemptOf } from '../attempt.js'
import { clippedFailure } from '../clipped-text.js'
import { microsecondsOfMilliseconds } from '../duration.js'
import { failureOfMessage } from '../javascript-failure.js'

const WANTED = new Set(['status', 'duration'])
const ERROR = new Set(['message', 'stack'])
const MAX_ERRORS = 20

/** One attempt of a test. */
export class Result {
  readonly fields: Fields
  private readonly error = new Fields(ERROR)
  /** Since Playwright 1.27, with the same as `error` first, made up for a terminal. */
  private errors: Fields[] = []
  private failure: TestFailure = NO_WORDS

  constructor() {
    this.fields = new Fields(WANTED, {
      enter: (key) => {
        if (key === 'error') return this.error
        return key === 'errors' ? objects(() => this.enterError()) : null
      },
      done: () => this.keepFailure(),
    })
  }

  /**
   * @param expected how the test is expected to end: `failed` for `test.fail()`
   * @param at line of the report, for warnings
   */
  attempt(expected: string, warnings: WarningLog, at: number): TestAttempt {
    const durationUs = microsecondsOfMilliseconds(this.fields.number('duration'))
    const written = this.fields.text('status') ?? ''
    if (written === 'passed' && expected === 'failed')
      return { status: 'failed', durationUs, failure: { ...UNEXPECTED_PASS, trace: '' } }
    const status = written === expected && written === 'failed' ? 'passed' : STATUSES.get(written)
    if (status === undefined) warnings.add('an attempt without a known status counts as errored', at)
    return attemptOf(status ?? 'errored', durationUs, this.failure)
  }

  /** A test waits for all its attempts: what is not needed of their texts is let go. */
  private keepFailure(): void {
    const [first, ...more] = this.errors
    const told = this.error.text('message') ?? first?.text('message')
    const message = told ?? TOLD_BY_STATUS.get(this.fields.text('status') ?? '') ?? ''
    const trace = [this.error.text('stack') ?? first?.text('stack'), ...more.map((error) => error.text('message'))]
    this.failure = clippedFailure(failureOfMessage(message, trace.filter((text) => text != null).join('\n\n')))
    this.error.clear()
    this.errors = []
  }

  private enterError(): Fields | null {
    const error = new Fields(ERROR)
    if (this.errors.length < MAX_ERRORS) this.errors.push(error)
    return error
  }
}

const NO_WORDS: TestFailure = { type: null, message: '', trace: '' }
const UNEXPECTED_PASS = { type: null, message: 'the test is expected to fail, and it passed' }
const STATUSES: ReadonlyMap<string, TestStatus> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['timedOut', 'errored'],
  ['interrupted', 'errored'],
])
const TOLD_BY_STATUS: ReadonlyMap<string, string> = new Map([
  ['timedOut', 'the test ran out of time'],
  ['interrupted', 'the run ended before this test did'],
])
