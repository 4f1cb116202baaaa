import { ReportError } from '@testwarden/core/model/errors'
import type { DeclaredTests, TestRunReport } from '@testwarden/core/model/test-run'
import { boundedName } from '../../bounded-name.js'
import { instantOfMilliseconds } from '../../instant.js'
import { Fields, members, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { microsecondsOfMilliseconds } from '../duration.js'
import type { TestRunDocument } from '../json-reader.js'
import { SuiteCounter } from '../suite-counter.js'
import { TestRunBuilder } from '../test-run-builder.js'
import { CtrfTest } from './ctrf-test.js'

const TOOL = new Set(['name'])
const SUMMARY = new Set(['tests', 'failed', 'skipped', 'pending', 'other', 'start', 'stop', 'duration'])

/** `{ reportFormat, specVersion, results: { tool, summary, tests: [], environment } }`. */
export class CtrfDocument implements TestRunDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: TestRunBuilder
  private readonly tool = new Fields(TOOL)
  private readonly summary = new Fields(SUMMARY)
  private readonly suites = new SuiteCounter()
  private hasTests = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new TestRunBuilder(warnings)
    const results = members((key) => this.enterPart(key))
    this.visitor = objects(() => members((key) => (key === 'results' ? results : null)))
  }

  get count(): number {
    return this.builder.count
  }

  model(): TestRunReport {
    if (!this.hasTests) throw this.refuse()
    const tool = this.tool.text('name') ?? ''
    return this.builder.report({
      dialect: tool === '' ? null : boundedName(tool.toLowerCase(), null, this.warnings),
      suites: this.suites.count,
      durationUs: this.durationUs(),
      startedAt: instantOfMilliseconds(this.summary.number('start')),
      declared: this.declared(),
    })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'tool') return this.tool
    if (key === 'summary') return this.summary
    if (key !== 'tests') return null
    this.hasTests = true
    return objects((line) => {
      const test = new CtrfTest(this.warnings, line)
      return test.visitor(() => {
        const seen = test.seen()
        this.suites.see([seen.file ?? '', ...seen.suite])
        this.builder.add(seen, line)
      })
    })
  }

  private durationUs(): number | null {
    const [start, stop] = [this.summary.number('start'), this.summary.number('stop')]
    const told = microsecondsOfMilliseconds(this.summary.number('duration'))
    return told ?? (start === null || stop === null ? null : microsecondsOfMilliseconds(stop - start))
  }

  /** Whether tests of an `other` status count as skipped or as errored only they themselves tell. */
  private declared(): DeclaredTests {
    const [cases, failed, skipped, pending, other] = (['tests', 'failed', 'skipped', 'pending', 'other'] as const).map(
      (key) => this.summary.count(key) ?? null,
    )
    const isSure = (other ?? 0) === 0
    return {
      cases: cases ?? null,
      failed: isSure ? (failed ?? null) : null,
      errored: null,
      skipped: isSure && skipped != null ? skipped + (pending ?? 0) : null,
    }
  }

  private refuse(): ReportError {
    return new ReportError('the report has no results.tests', {
      path: this.path,
      line: null,
      remedy: 'Name the file that the CTRF reporter of your tool wrote, often ctrf/ctrf-report.json.',
    })
  }
}
