import type { TestAttempt } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import { Fields, objects, texts } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { sumOfAttempts, untoldFailures } from '../attempt.js'
import type { SeenCase } from '../test-run-builder.js'
import { ATTEMPT_FIELDS, ctrfAttempt } from './ctrf-attempt.js'

const WANTED = new Set([...ATTEMPT_FIELDS, 'name', 'suite', 'filePath', 'line', 'retries', 'flaky'])
const MAX_TEXTS = 100
const MAX_ATTEMPTS = 1_000

/** One member of `tests`. */
export class CtrfTest {
  private readonly warnings: WarningLog
  private readonly at: number
  private readonly suite: string[] = []
  private readonly tags: string[] = []
  private readonly earlier: TestAttempt[] = []
  private fields = new Fields(WANTED)

  /** @param at line of the report */
  constructor(warnings: WarningLog, at: number) {
    this.warnings = warnings
    this.at = at
  }

  visitor(done: () => void): JsonVisitor {
    const lists = new Map<string, JsonVisitor>([
      ['suite', texts(this.suite, MAX_TEXTS)],
      ['tags', texts(this.tags, MAX_TEXTS)],
      ['retryAttempts', objects(() => this.enterAttempt())],
    ])
    this.fields = new Fields(WANTED, { enter: (key) => lists.get(key) ?? null, done })
    return this.fields
  }

  seen(): SeenCase {
    const attempts = this.attempts()
    return {
      // A list since version 1 of the format; before that one text, which each tool joins in its own way.
      suite: this.suite.length > 0 ? this.suite : [this.fields.text('suite') ?? ''],
      className: null,
      name: this.fields.text('name') ?? '',
      file: this.fields.text('filePath'),
      line: this.fields.line('line'),
      durationUs: sumOfAttempts(attempts),
      tags: this.tags,
      attempts,
    }
  }

  /**
   * `retryAttempts` are all attempts by the specification's numbers, and all but the last as most tools write them;
   * `retries` tells which. Attempts that are only counted failed: a test is tried again for no other reason.
   */
  private attempts(): readonly TestAttempt[] {
    const last = ctrfAttempt(this.fields, this.warnings, this.at)
    const told = this.earlier
    const retries = this.fields.count('retries') ?? told.length
    if (told.length > retries) return told
    const isFlaky = this.fields.flag('flaky')
    const before = [
      ...untoldFailures(isFlaky === false && last.status === 'passed' ? 0 : retries - told.length),
      ...told,
    ]
    const isUnexplained = isFlaky === true && !before.some(({ status }) => isFailing(status))
    return [...(isUnexplained ? untoldFailures(1) : before), last]
  }

  private enterAttempt(): JsonVisitor | null {
    if (this.earlier.length >= MAX_ATTEMPTS) {
      this.warnings.add(`a case with more than ${MAX_ATTEMPTS} attempts keeps the first of them`, this.at)
      return null
    }
    const fields: Fields = new Fields(ATTEMPT_FIELDS, {
      done: () => this.earlier.push(ctrfAttempt(fields, this.warnings, this.at)),
    })
    return fields
  }
}
