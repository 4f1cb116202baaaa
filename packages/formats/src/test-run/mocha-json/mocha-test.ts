import type { TestAttempt, TestFailure, TestStatus } from '@testwarden/core/model/test-run'
import { Fields } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { attemptOf, untoldFailures } from '../attempt.js'
import { microsecondsOfMilliseconds } from '../duration.js'
import { typeOfStack } from '../javascript-failure.js'
import { boundedKey } from '../suite-counter.js'
import type { SeenCase } from '../test-run-builder.js'

const WANTED = new Set(['title', 'fullTitle', 'file', 'duration', 'currentRetry'])
const ERROR = new Set(['name', 'message', 'stack', 'code'])
const HOOK = /^"(?:before|after) (?:all|each)" hook/
const TIMEOUT = 'ERR_MOCHA_TIMEOUT'

/** `{ title, fullTitle, file, duration, currentRetry, speed, err }`; a pending test has no duration. */
export class MochaTest {
  private readonly error = new Fields(ERROR)
  private fields = new Fields(WANTED)
  private hasError = false

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, { enter: (key) => (key === 'err' ? this.enterError() : null), done })
    return this.fields
  }

  get isFailing(): boolean {
    return this.hasError
  }

  /** The same for a test in `tests` and in `failures`. */
  get key(): string {
    return boundedKey([this.fields.text('file') ?? '', this.fields.text('fullTitle') ?? ''])
  }

  seen(): SeenCase {
    const title = this.fields.text('title') ?? ''
    const durationUs = microsecondsOfMilliseconds(this.fields.number('duration'))
    return {
      suite: [suiteOf(this.fields.text('fullTitle') ?? '', title)],
      className: null,
      name: title,
      file: this.fields.text('file'),
      line: null,
      durationUs,
      tags: [],
      attempts: [...untoldFailures(this.fields.count('currentRetry') ?? 0), this.last(durationUs)],
    }
  }

  /** `err` has a member as soon as there was an error. */
  private enterError(): JsonVisitor {
    return {
      enter: () => {
        this.hasError = true
        return null
      },
      scalar: (key, value) => {
        this.hasError = true
        this.error.scalar(key, value)
      },
    }
  }

  private last(durationUs: number | null): TestAttempt {
    return attemptOf(this.status(), durationUs, this.failure())
  }

  private status(): TestStatus {
    if (!this.hasError) return this.fields.has('duration') ? 'passed' : 'skipped'
    const isStopped = this.error.text('code') === TIMEOUT || HOOK.test(this.fields.text('title') ?? '')
    return isStopped ? 'errored' : 'failed'
  }

  private failure(): TestFailure {
    const stack = this.error.text('stack') ?? ''
    const type = this.error.text('name') ?? typeOfStack(stack)
    return { type, message: this.error.text('message') ?? '', trace: stack }
  }
}

/** Titles of suites and test are joined by blanks: where one ends is not told. */
function suiteOf(fullTitle: string, title: string): string {
  return fullTitle.endsWith(title) ? fullTitle.slice(0, fullTitle.length - title.length).trim() : fullTitle
}
