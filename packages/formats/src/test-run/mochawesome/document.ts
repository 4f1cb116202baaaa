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
import { SuiteTest } from './suite-test.js'

const STATS = new Set(['tests', 'pending', 'failures', 'skipped', 'start', 'duration'])
const SUITE = new Set(['title', 'file', 'fullFile'])
const HOOKS: readonly string[] = ['beforeHooks', 'afterHooks']

interface Place {
  readonly path: readonly string[]
  readonly file: string | null
}

/** `{ stats, results: [<suite>], meta }`; a suite is `{ title, fullFile, beforeHooks, afterHooks, tests, suites }`. */
export class MochawesomeDocument implements TestRunDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly builder: TestRunBuilder
  private readonly stats = new Fields(STATS)
  private readonly suites = new SuiteCounter()
  private hasResults = false
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
    if (!this.hasResults) throw this.refuse()
    return this.builder.report({
      dialect: 'mochawesome',
      suites: this.suites.count,
      durationUs: microsecondsOfMilliseconds(this.stats.number('duration')),
      startedAt: instantOf(this.stats.text('start')),
      declared: this.declared(),
    })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'stats') return this.stats
    if (key !== 'results') return null
    this.hasResults = true
    return objects(() => this.enterSuite({ path: [], file: null }))
  }

  private enterSuite(around: Place): JsonVisitor {
    const fields: Fields = new Fields(SUITE, { enter: (key) => this.enterMembers(key, placeOf(fields, around)) })
    return fields
  }

  private enterMembers(key: string, place: Place): JsonVisitor | null {
    if (key === 'suites') return objects(() => this.enterSuite(place))
    if (key === 'tests') return objects((line) => this.enterTest(place, line))
    return HOOKS.includes(key) ? objects((line) => this.enterHook(place, line)) : null
  }

  private enterTest(place: Place, line: number): JsonVisitor {
    const test = new SuiteTest()
    return test.visitor(() => this.add(test, place, line))
  }

  /** Only a hook that failed is a case. */
  private enterHook(place: Place, line: number): JsonVisitor {
    const hook = new SuiteTest()
    return hook.visitor(() => {
      if (!hook.isFailing) return
      this.failedHooks++
      this.add(hook, place, line)
    })
  }

  private add(test: SuiteTest, { path, file }: Place, line: number): void {
    this.suites.see([file ?? '', ...path])
    this.builder.add({ ...test.seen(), suite: path, file }, line)
  }

  /** Mochawesome counts neither tests that never ran nor hooks among its tests. */
  private declared(): DeclaredTests {
    const [tests, failures, pending, skipped] = (['tests', 'failures', 'pending', 'skipped'] as const).map((key) =>
      this.stats.count(key),
    )
    return {
      cases: sum(tests, skipped, this.failedHooks),
      failed: sum(failures, this.failedHooks),
      errored: null,
      skipped: sum(pending, skipped),
    }
  }

  private refuse(): ReportError {
    return new ReportError('the report has no results', {
      path: this.path,
      line: null,
      remedy: 'Name the JSON file that the mochawesome reporter wrote, often mochawesome-report/mochawesome.json.',
    })
  }
}

function placeOf(fields: Fields, around: Place): Place {
  const file = fields.text('fullFile') ?? fields.text('file') ?? ''
  const title = fields.text('title') ?? ''
  return { path: title === '' ? around.path : [...around.path, title], file: file === '' ? around.file : file }
}

function sum(...counts: readonly (number | null | undefined)[]): number | null {
  let all = 0
  for (const count of counts) {
    if (count == null) return null
    all += count
  }
  return all
}
