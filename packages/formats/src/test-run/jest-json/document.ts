import { ReportError } from '@testwarden/core/model/errors'
import type { DeclaredTests, TestRunReport } from '@testwarden/core/model/test-run'
import { instantOfMilliseconds } from '../../instant.js'
import { Fields, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import type { TestRunDocument } from '../json-reader.js'
import { TestRunBuilder } from '../test-run-builder.js'
import { TestFile } from './test-file.js'

const COUNTS = ['numTotalTests', 'numFailedTests', 'numPendingTests', 'numTodoTests'] as const
/** Jest counts the files that failed outside of their tests; Vitest does not. */
const JEST_ONLY = 'numRuntimeErrorTestSuites'
const WANTED = new Set<string>([...COUNTS, JEST_ONLY, 'startTime', 'wasInterrupted'])

/** `{ numTotalTests, ..., startTime, testResults: [<file>] }`. */
export class JestDocument implements TestRunDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: TestRunBuilder
  private readonly root: Fields
  private readonly files = { suites: 0, failed: 0, durationUs: 0 }
  private hasFiles = false
  /** The one that is being read. */
  private file: TestFile | null = null

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new TestRunBuilder(warnings)
    this.root = new Fields(WANTED, { enter: (key) => (key === 'testResults' ? this.enterFiles() : null) })
    this.visitor = objects(() => this.root)
  }

  get count(): number {
    return this.builder.count
  }

  get wasInterrupted(): boolean {
    return this.root.flag('wasInterrupted') === true
  }

  model(): TestRunReport {
    if (!this.hasFiles) throw this.refuse()
    this.endFile()
    if (this.wasInterrupted) this.warnings.add('the run was interrupted: tests may be missing', null)
    const { suites, durationUs } = this.files
    return this.builder.report({
      dialect: this.dialect,
      suites,
      durationUs: durationUs === 0 ? null : durationUs,
      startedAt: instantOfMilliseconds(this.root.number('startTime')),
      declared: this.declared(),
    })
  }

  /** Both tools write their counts in front of the files. */
  private get dialect(): 'jest' | 'vitest' {
    return this.root.has(JEST_ONLY) ? 'jest' : 'vitest'
  }

  private enterFiles(): JsonVisitor {
    this.hasFiles = true
    return objects((line) => {
      const { builder, warnings, dialect } = this
      this.file = new TestFile({ builder, warnings, dialect, line })
      return this.file.visitor(() => this.endFile())
    })
  }

  private endFile(): void {
    if (this.file === null) return
    const { suites, isFailed, durationUs } = this.file.end()
    this.files.suites += suites
    this.files.failed += isFailed ? 1 : 0
    this.files.durationUs += durationUs
    this.file = null
  }

  /** To both tools a file that failed outside of its tests is no test; here it is one case. */
  private declared(): DeclaredTests {
    const [cases, failed, pending, todo] = COUNTS.map((key) => this.root.count(key))
    return {
      cases: added(cases, this.files.failed),
      failed: added(failed, this.files.failed),
      errored: null,
      skipped: added(pending, todo ?? 0),
    }
  }

  private refuse(): ReportError {
    return new ReportError('the report has no testResults', {
      path: this.path,
      line: null,
      remedy:
        'Name the file that `jest --json --outputFile=<file>` or `vitest --reporter=json --outputFile=<file>` wrote.',
    })
  }
}

function added(count: number | null | undefined, more: number): number | null {
  return count == null ? null : count + more
}
