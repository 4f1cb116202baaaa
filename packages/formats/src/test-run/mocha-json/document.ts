import { ReportError } from '@testwarden/core/model/errors'
import type { DeclaredTests, TestRunReport } from '@testwarden/core/model/test-run'
import { instantOf } from '../../instant.js'
import { Fields, members, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { microsecondsOfMilliseconds } from '../duration.js'
import type { TestRunDocument } from '../json-reader.js'
import { SuiteCounter } from '../suite-counter.js'
import { TestRunBuilder } from '../test-run-builder.js'
import { MochaTest } from './mocha-test.js'

const STATS = new Set(['tests', 'pending', 'failures', 'start', 'duration'])

/** `{ stats, tests, pending, failures, passes }`: each test in `tests` and once more in the list of its kind. */
export class MochaDocument implements TestRunDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly builder: TestRunBuilder
  private readonly stats = new Fields(STATS)
  private readonly suites = new SuiteCounter()
  /** How many tests of a full title failed, less those met among the failures. */
  private readonly failed = new Map<string, number>()
  private hasTests = false
  private failedHooks = 0

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new TestRunBuilder(warnings)
    this.visitor = objects(() => members((key) => this.enterPart(key)))
  }

  get count(): number {
    return this.builder.count
  }

  model(): TestRunReport {
    if (!this.hasTests) throw this.refuse()
    return this.builder.report({
      dialect: 'mocha',
      suites: this.suites.count,
      durationUs: microsecondsOfMilliseconds(this.stats.number('duration')),
      startedAt: instantOf(this.stats.text('start')),
      declared: this.declared(),
    })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'stats') return this.stats
    if (key === 'failures') return this.enterTests((test, line) => this.addHook(test, line))
    if (key !== 'tests') return null
    this.hasTests = true
    return this.enterTests((test, line) => this.addTest(test, line))
  }

  private enterTests(take: (test: MochaTest, line: number) => void): JsonVisitor {
    return objects((line) => {
      const test = new MochaTest()
      return test.visitor(() => take(test, line))
    })
  }

  private addTest(test: MochaTest, line: number): void {
    if (test.isFailing) this.failed.set(test.key, (this.failed.get(test.key) ?? 0) + 1)
    this.add(test, line)
  }

  /** A hook that failed stands among the failures only. */
  private addHook(test: MochaTest, line: number): void {
    const left = this.failed.get(test.key) ?? 0
    if (left > 0) {
      this.failed.set(test.key, left - 1)
      return
    }
    this.failedHooks++
    this.add(test, line)
  }

  private add(test: MochaTest, line: number): void {
    const seen = test.seen()
    this.suites.see([seen.file ?? '', ...seen.suite])
    this.builder.add(seen, line)
  }

  /** Mocha counts the failures of hooks among the failures, and not among the tests. */
  private declared(): DeclaredTests {
    const tests = this.stats.count('tests')
    return {
      cases: tests === null ? null : tests + this.failedHooks,
      failed: this.stats.count('failures'),
      errored: null,
      skipped: this.stats.count('pending'),
    }
  }

  private refuse(): ReportError {
    return new ReportError('the report has no tests', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `mocha --reporter json --reporter-option output=<file>` wrote.',
    })
  }
}
