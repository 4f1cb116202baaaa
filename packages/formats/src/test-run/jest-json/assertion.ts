import type { TestAttempt, TestStatus } from '@testwarden/core/model/test-run'
import { Fields, texts } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { attemptOf, untoldFailures } from '../attempt.js'
import { microsecondsOfMilliseconds } from '../duration.js'
import { failureOfStack } from '../javascript-failure.js'
import type { SeenCase } from '../test-run-builder.js'

const WANTED = new Set(['title', 'status', 'duration', 'invocations'])
const LOCATION = new Set(['line'])
const MAX_TEXTS = 100
const STATUSES: ReadonlyMap<string, TestStatus> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['pending', 'skipped'],
  ['todo', 'skipped'],
  ['disabled', 'skipped'],
])

/** One member of `assertionResults`: a case. */
export class Assertion {
  private readonly dialect: 'jest' | 'vitest'
  private readonly warnings: WarningLog
  private readonly line: number
  private readonly ancestors: string[] = []
  private readonly messages: string[] = []
  private readonly reasons: string[] = []
  private readonly tags: string[] = []
  private readonly location = new Fields(LOCATION)
  private fields = new Fields(WANTED)

  constructor(dialect: 'jest' | 'vitest', warnings: WarningLog, line: number) {
    this.dialect = dialect
    this.warnings = warnings
    this.line = line
  }

  visitor(done: () => void): JsonVisitor {
    const lists = new Map<string, JsonVisitor>([
      ['ancestorTitles', texts(this.ancestors, MAX_TEXTS)],
      ['failureMessages', texts(this.messages, MAX_TEXTS)],
      ['retryReasons', texts(this.reasons, MAX_TEXTS)],
      ['tags', texts(this.tags, MAX_TEXTS)],
      ['location', this.location],
    ])
    this.fields = new Fields(WANTED, { enter: (key) => lists.get(key) ?? null, done })
    return this.fields
  }

  seen(): SeenCase {
    const durationUs = microsecondsOfMilliseconds(this.fields.number('duration'))
    return {
      suite: this.ancestors,
      className: null,
      name: this.fields.text('title') ?? '',
      file: null,
      line: this.location.line('line'),
      durationUs,
      tags: this.tags,
      attempts: [...this.failedBefore(), this.last(durationUs)],
    }
  }

  /**
   * Jest counts the times that it ran a test, and says why only when told to log errors before it tries again. Vitest
   * leaves the errors of earlier attempts with a test that passed.
   */
  private failedBefore(): readonly TestAttempt[] {
    if (this.dialect === 'vitest') return this.fields.text('status') === 'passed' ? this.messages.map(failed) : []
    const count = (this.fields.count('invocations') ?? this.reasons.length + 1) - 1
    const told = joinedTo(count, this.reasons).map(failed)
    return [...told, ...untoldFailures(count - told.length)]
  }

  private last(durationUs: number | null): TestAttempt {
    const written = this.fields.text('status') ?? ''
    if (this.dialect === 'vitest' && written === 'pending')
      return this.stopped('the run ended before this test did', durationUs)
    const status = STATUSES.get(written)
    if (status !== undefined) return attemptOf(status, durationUs, failureOfStack(this.messages.join('\n\n')))
    this.warnings.add('a test without a known status counts as errored', this.line)
    return this.stopped(`the report gives the status of this test as "${written.slice(0, 50)}"`, durationUs)
  }

  private stopped(message: string, durationUs: number | null): TestAttempt {
    return { status: 'errored', durationUs, failure: { type: null, message, trace: '' } }
  }
}

/** One attempt may have several errors, of the test and of its hooks: where the next one begins is not told. */
function joinedTo(count: number, reasons: readonly string[]): readonly string[] {
  if (reasons.length <= count) return reasons
  return count <= 0 ? [] : [...reasons.slice(0, count - 1), reasons.slice(count - 1).join('\n\n')]
}

function failed(stack: string): TestAttempt {
  return attemptOf('failed', null, failureOfStack(stack))
}
