import { ReportError } from '@testwarden/core/model/errors'
import type { DeclaredTests, TestRunReport } from '@testwarden/core/model/test-run'
import { instantOf } from '../../instant.js'
import { Fields, members, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { microsecondsOfMilliseconds } from '../duration.js'
import { failureOfStack } from '../javascript-failure.js'
import type { TestRunDocument } from '../json-reader.js'
import { outsideCase } from '../outside-case.js'
import { SuiteCounter } from '../suite-counter.js'
import { TestRunBuilder } from '../test-run-builder.js'
import { Spec } from './spec.js'

const STATS = new Set(['startTime', 'duration', 'expected', 'skipped', 'unexpected', 'flaky'])
const SUITE = new Set(['title', 'file'])
const ERROR = new Set(['message', 'stack'])
const PLACE = new Set(['file', 'line'])
/** An error that is none: the run did as its settings say. */
const STOPPED_EARLY = 'Testing stopped early'
const OUTSIDE = 'Error outside of any test'

/** `{ config, suites: [<one per file>], errors, stats }`. */
export class PlaywrightDocument implements TestRunDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: TestRunBuilder
  private readonly stats = new Fields(STATS)
  private readonly suites = new SuiteCounter()
  private hasSuites = false
  private errors = 0

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new TestRunBuilder(warnings)
    this.visitor = objects(() => members((key) => this.enterPart(key)))
  }

  get count(): number {
    return this.builder.count
  }

  model(): TestRunReport {
    if (!this.hasSuites) throw this.refuse()
    return this.builder.report({
      dialect: 'playwright',
      suites: this.suites.count,
      durationUs: microsecondsOfMilliseconds(this.stats.number('duration')),
      startedAt: instantOf(this.stats.text('startTime')),
      declared: this.declared(),
    })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'stats') return this.stats
    if (key === 'errors') return objects((line) => this.enterError(line))
    if (key !== 'suites') return null
    this.hasSuites = true
    return objects(() => this.enterFile())
  }

  /** The outermost suites are files, which each case names itself. */
  private enterFile(): JsonVisitor {
    const fields: Fields = new Fields(SUITE, {
      enter: (key) => this.enterMembers(key, () => ({ path: [], file: fields.text('file') ?? '' })),
    })
    return fields
  }

  private enterSuite(parents: readonly string[], file: string): JsonVisitor {
    const fields: Fields = new Fields(SUITE, {
      enter: (key) => this.enterMembers(key, () => ({ path: [...parents, fields.text('title') ?? ''], file })),
    })
    return fields
  }

  private enterMembers(key: string, suite: () => Suite): JsonVisitor | null {
    const isSpecs = key === 'specs'
    if (!isSpecs && key !== 'suites') return null
    const { path, file } = suite()
    return objects((line) => (isSpecs ? this.enterSpec({ path, file }, line) : this.enterSuite(path, file)))
  }

  private enterSpec({ path, file }: Suite, line: number): JsonVisitor {
    const spec = new Spec(this.warnings, line)
    return spec.visitor(() => {
      for (const seen of spec.seen(path)) {
        this.suites.see([file, ...seen.suite])
        this.builder.add(seen, line)
      }
    })
  }

  private enterError(line: number): JsonVisitor {
    const place = new Fields(PLACE)
    const fields: Fields = new Fields(ERROR, {
      enter: (key) => (key === 'location' ? place : null),
      done: () => this.addError({ fields, place }, line),
    })
    return fields
  }

  private addError({ fields, place }: Readonly<Record<'fields' | 'place', Fields>>, line: number): void {
    const text = fields.text('stack') ?? fields.text('message') ?? ''
    if (text.slice(0, 100).includes(STOPPED_EARLY)) {
      this.warnings.add('the run was stopped before all tests had run, as its settings say', line)
      return
    }
    this.errors++
    this.suites.see([OUTSIDE])
    const where = { file: place.text('file'), line: place.line('line') }
    this.builder.add(outsideCase({ name: OUTSIDE, failure: failureOfStack(text), ...where }), line)
  }

  /** To Playwright an error outside of the tests is no test; here it is one case. */
  private declared(): DeclaredTests | null {
    const [expected, unexpected, flaky, skipped] = (['expected', 'unexpected', 'flaky', 'skipped'] as const).map(
      (key) => this.stats.count(key),
    )
    if (expected == null || unexpected == null || flaky == null || skipped == null) return null
    return {
      cases: expected + unexpected + flaky + skipped + this.errors,
      failed: unexpected + this.errors,
      errored: null,
      skipped,
    }
  }

  private refuse(): ReportError {
    return new ReportError('the report has no suites', {
      path: this.path,
      line: null,
      remedy: "Name the file of Playwright's json reporter: `reporter: [['json', { outputFile: '<file>' }]]`.",
    })
  }
}

interface Suite {
  readonly path: readonly string[]
  readonly file: string
}
