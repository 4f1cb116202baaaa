import type { TestFailure, TestStatus } from '@testwarden/core/model/test-run'
import { Fields } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { attemptOf } from '../attempt.js'
import { microsecondsOfMilliseconds } from '../duration.js'
import { failureOfMessage } from '../javascript-failure.js'
import type { SeenCase } from '../test-run-builder.js'

const WANTED = new Set(['title', 'duration', 'state', 'timedOut', 'isHook', 'fail'])
const ERROR = new Set(['message', 'estack'])

/** A test or hook of a suite: `{ title, timedOut, duration, state, err, isHook, ... }`; one that never ran has no state. */
export class SuiteTest {
  private readonly error = new Fields(ERROR)
  private fields = new Fields(WANTED)

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, { enter: (key) => (key === 'err' ? this.error : null), done })
    return this.fields
  }

  get isFailing(): boolean {
    return this.fields.text('state') === 'failed' || this.fields.flag('fail') === true
  }

  seen(): Omit<SeenCase, 'suite' | 'file'> {
    const status = this.status()
    const durationUs = status === 'skipped' ? null : microsecondsOfMilliseconds(this.fields.number('duration'))
    return {
      className: null,
      name: this.fields.text('title') ?? '',
      line: null,
      durationUs,
      tags: [],
      attempts: [attemptOf(status, durationUs, this.failure())],
    }
  }

  private status(): TestStatus {
    if (!this.isFailing) return this.fields.text('state') === 'passed' ? 'passed' : 'skipped'
    return this.fields.flag('timedOut') === true || this.fields.flag('isHook') === true ? 'errored' : 'failed'
  }

  private failure(): TestFailure {
    return failureOfMessage(this.error.text('message') ?? '', this.error.text('estack') ?? '')
  }
}
