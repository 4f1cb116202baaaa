import type { TestAttempt, TestFailure, TestStatus } from '@testwarden/core/model/test-run'
import { Fields, texts } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { attemptOf } from '../attempt.js'
import { microsecondsOfSeconds } from '../duration.js'
import type { SeenCase } from '../test-run-builder.js'

const WANTED = new Set(['id', 'description', 'full_description', 'status', 'file_path', 'line_number', 'run_time'])
const EXCEPTION = new Set(['class', 'message'])
const MAX_FRAMES = 500
const STATUSES: ReadonlyMap<string, TestStatus> = new Map([
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['pending', 'skipped'],
])

/** `{ id, description, full_description, status, file_path, line_number, run_time, pending_message, exception? }`. */
export class Example {
  private readonly warnings: WarningLog
  private readonly at: number
  private readonly exception = new Fields(EXCEPTION, {
    enter: (key) => (key === 'backtrace' ? texts(this.backtrace, MAX_FRAMES) : null),
  })
  private readonly backtrace: string[] = []
  private fields = new Fields(WANTED)

  /** @param at line of the report */
  constructor(warnings: WarningLog, at: number) {
    this.warnings = warnings
    this.at = at
  }

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, { enter: (key) => (key === 'exception' ? this.exception : null), done })
    return this.fields
  }

  seen(): SeenCase {
    const seconds = this.fields.number('run_time')
    const durationUs = seconds === null ? null : microsecondsOfSeconds(seconds)
    const description = this.fields.text('description') ?? ''
    return {
      suite: [groupOf(this.fields.text('full_description') ?? '', description)],
      className: null,
      // An example without words is known by its place among the others.
      name: description === '' ? (this.fields.text('id') ?? '') : description,
      file: this.fields.text('file_path'),
      line: this.fields.line('line_number'),
      durationUs,
      tags: [],
      attempts: [this.attempt(durationUs)],
    }
  }

  private attempt(durationUs: number | null): TestAttempt {
    const status = STATUSES.get(this.fields.text('status') ?? '')
    if (status === undefined) this.warnings.add('an example without a known status counts as errored', this.at)
    return attemptOf(status ?? 'errored', durationUs, this.failure())
  }

  private failure(): TestFailure {
    const message = this.exception.text('message') ?? ''
    return { type: this.exception.text('class'), message: message.trim(), trace: this.backtrace.join('\n') }
  }
}

/** Descriptions of groups and example are joined by blanks: where one ends is not told. */
function groupOf(full: string, description: string): string {
  return full.endsWith(description) ? full.slice(0, full.length - description.length).trim() : full
}
