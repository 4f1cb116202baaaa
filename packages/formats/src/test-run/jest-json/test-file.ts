import { isFailing } from '@testwarden/core/model/test-totals'
import { Fields, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { microsecondsOfMilliseconds } from '../duration.js'
import { failureOfStack } from '../javascript-failure.js'
import { outsideCase } from '../outside-case.js'
import { SuiteCounter } from '../suite-counter.js'
import type { TestRunBuilder } from '../test-run-builder.js'
import { Assertion } from './assertion.js'

const WANTED = new Set(['name', 'status', 'message', 'startTime', 'endTime'])
/** How Jest heads what failed outside of the tests, and how the case for it is called. */
const FAILED_TO_RUN = 'Test suite failed to run'

export interface TestFileContext {
  readonly builder: TestRunBuilder
  readonly warnings: WarningLog
  readonly dialect: 'jest' | 'vitest'
  /** Of the report. */
  readonly line: number
}

/** One member of `testResults`: `{ assertionResults: [], startTime, endTime, status, message, name }`. */
export class TestFile {
  private readonly context: TestFileContext
  private readonly suites = new SuiteCounter()
  private readonly first: number
  private fields = new Fields(WANTED)
  private hasFailure = false

  constructor(context: TestFileContext) {
    this.context = context
    this.first = context.builder.count
  }

  visitor(done: () => void): JsonVisitor {
    this.fields = new Fields(WANTED, {
      enter: (key) => (key === 'assertionResults' ? objects((line) => this.enterCase(line)) : null),
      done,
    })
    return this.fields
  }

  /** Both tools name the file behind its cases. */
  end(): { readonly suites: number; readonly isFailed: boolean; readonly durationUs: number } {
    const { builder, warnings, line } = this.context
    const name = this.fields.text('name')
    if (name === null && builder.count > this.first) warnings.add('the file of some cases is not told', line)
    if (name !== null) builder.placeIn(name, this.first)
    const problem = this.problem()
    if (problem !== null) this.addProblem(problem)
    return { suites: this.suites.count, isFailed: problem !== null, durationUs: this.durationUs() }
  }

  private enterCase(line: number): JsonVisitor {
    const { builder, dialect, warnings } = this.context
    const assertion = new Assertion(dialect, warnings, line)
    return assertion.visitor(() => {
      const seen = assertion.seen()
      this.suites.see(seen.suite)
      if (seen.attempts.some(({ status }) => isFailing(status))) this.hasFailure = true
      builder.add(seen, line)
    })
  }

  /** What failed outside of the tests: loading, a hook behind the last of them. null: nothing. */
  private problem(): string | null {
    if (this.fields.text('status') !== 'failed') return null
    const message = this.fields.text('message') ?? ''
    const heading = message.indexOf(`● ${FAILED_TO_RUN}`)
    if (heading !== -1) return message.slice(heading + FAILED_TO_RUN.length + 2).trim()
    const isTold = this.context.dialect === 'vitest' && message !== ''
    return isTold || !this.hasFailure ? message : null
  }

  private addProblem(problem: string): void {
    this.suites.see([])
    const { builder, line } = this.context
    const file = this.fields.text('name')
    builder.add(outsideCase({ name: FAILED_TO_RUN, failure: failureOfStack(problem), file }), line)
  }

  private durationUs(): number {
    const [start, end] = [this.fields.number('startTime'), this.fields.number('endTime')]
    return start === null || end === null ? 0 : (microsecondsOfMilliseconds(end - start) ?? 0)
  }
}
