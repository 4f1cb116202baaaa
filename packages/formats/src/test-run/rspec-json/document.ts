import { ReportError } from '@testwarden/core/model/errors'
import type { DeclaredTests, TestRunReport } from '@testwarden/core/model/test-run'
import { Fields, members, objects, texts } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { microsecondsOfSeconds } from '../duration.js'
import type { TestRunDocument } from '../json-reader.js'
import { outsideCase } from '../outside-case.js'
import { SuiteCounter } from '../suite-counter.js'
import { TestRunBuilder } from '../test-run-builder.js'
import { Example } from './example.js'

const SUMMARY = new Set([
  'duration',
  'example_count',
  'failure_count',
  'pending_count',
  'errors_outside_of_examples_count',
])
const MAX_MESSAGES = 100
/** More than any run has: a count of a report may be anything. */
const MAX_ERRORS = 1_000
const OUTSIDE = 'Error outside of examples'
const ERROR_HEADING = 'An error occurred'

/** `{ version, messages?, seed?, examples: [], summary, summary_line }`. */
export class RspecDocument implements TestRunDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly builder: TestRunBuilder
  private readonly summary = new Fields(SUMMARY)
  private readonly suites = new SuiteCounter()
  private readonly messages: string[] = []
  private hasExamples = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new TestRunBuilder(warnings)
    this.visitor = objects(() => members((key) => this.enterPart(key, warnings)))
  }

  get count(): number {
    return this.builder.count
  }

  model(): TestRunReport {
    if (!this.hasExamples) throw this.refuse()
    const errors = this.errorsOutside()
    for (const text of errors) this.addError(text)
    const duration = this.summary.number('duration')
    return this.builder.report({
      dialect: 'rspec',
      suites: this.suites.count,
      durationUs: duration === null ? null : microsecondsOfSeconds(duration),
      startedAt: null,
      declared: this.declared(errors.length),
    })
  }

  private enterPart(key: string, warnings: WarningLog): JsonVisitor | null {
    if (key === 'summary') return this.summary
    if (key === 'messages') return texts(this.messages, MAX_MESSAGES)
    if (key !== 'examples') return null
    this.hasExamples = true
    return objects((line) => {
      const example = new Example(warnings, line)
      return example.visitor(() => {
        const seen = example.seen()
        this.suites.see([seen.file ?? '', ...seen.suite])
        this.builder.add(seen, line)
      })
    })
  }

  /** RSpec counts them, and tells of most among its messages. */
  private errorsOutside(): readonly string[] {
    const told = this.messages.filter((message) => message.trimStart().startsWith(ERROR_HEADING))
    const counted = Math.min(this.summary.count('errors_outside_of_examples_count') ?? told.length, MAX_ERRORS)
    return Array.from({ length: Math.max(counted, told.length) }, (_, index) => told[index] ?? '')
  }

  private addError(text: string): void {
    const [message = '', ...rest] = text.trim().split('\n')
    this.suites.see([OUTSIDE])
    const failure = { type: null, message, trace: rest.join('\n').trim() }
    this.builder.add(outsideCase({ name: OUTSIDE, failure }), null)
  }

  /** To RSpec an error outside of the examples is none of them; here it is one case. */
  private declared(errors: number): DeclaredTests | null {
    const [examples, failures, pending] = (['example_count', 'failure_count', 'pending_count'] as const).map((key) =>
      this.summary.count(key),
    )
    if (examples == null || failures == null || pending == null) return null
    return { cases: examples + errors, failed: failures, errored: errors, skipped: pending }
  }

  private refuse(): ReportError {
    return new ReportError('the report has no examples', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `rspec --format json --out <file>` wrote.',
    })
  }
}
