import { ReportError } from '@testwarden/core/model/errors'
import type { TestAttempt, TestRunReport, TestStatus } from '@testwarden/core/model/test-run'
import type { TextMachine } from '../../guarded-reader.js'
import { type JsonEvent, type JsonEventSink, JsonLines, NO_EVENT, numberOf, textOf } from '../../json/json-lines.js'
import { WarningLog } from '../../warning-log.js'
import { microsecondsOfSeconds } from '../duration.js'
import { TestRunBuilder } from '../test-run-builder.js'
import { DartGroups, memberOf, withoutPrefix } from './groups.js'
import { Errors, type OpenTest } from './open-test.js'

const MILLISECONDS = 1000

/**
 * Reads the events of Dart's test runner. Groups are suites. The runner's own tests, which load a file, are hidden and
 * count only where they fail. A test may fail behind its end, when something that it started throws.
 * @see https://github.com/dart-lang/test/blob/master/pkgs/test/doc/json_reporter.md
 */
export class DartMachine implements TextMachine<TestRunReport>, JsonEventSink {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: JsonLines
  private readonly builder = new TestRunBuilder(this.warnings)
  private readonly groups = new DartGroups()
  private readonly open = new Map<number, OpenTest>()
  /** Cases by the number of their test, for errors behind its end: some forty bytes each until the run is over. */
  private readonly cases = new Map<number, number>()
  /** By the case, where there is any. */
  private readonly lateErrors = new Map<number, Errors>()
  private readonly suites = new Set<string>()
  private events = 0
  private isDone = false
  /** The runner was closed before all tests had run, and says so. */
  private isStopped = false

  constructor(path: string) {
    this.path = path
    this.lines = new JsonLines(path, this)
  }

  write(text: string): void {
    this.lines.write(text)
  }

  end(): { readonly model: TestRunReport; readonly partial: boolean } {
    this.lines.end()
    const isPartial = this.isCutOff()
    if (isPartial) this.closeAll()
    else if (!this.isDone) this.warnings.add('there is no event done, but all that was announced is there', null)
    if (this.events === 0 || (isPartial && this.builder.count === 0)) throw this.nothingToRead()
    for (const [index, errors] of this.lateErrors) this.builder.correct(index, lateAttempt(errors))
    const suites = this.suites.size
    const facts = { dialect: null, suites, durationUs: null, startedAt: null, declared: null }
    return { model: this.builder.report(facts), partial: isPartial }
  }

  other(_line: string, at: number): void {
    this.warnings.add(NO_EVENT, at)
  }

  event(event: JsonEvent, at: number): void {
    const type = textOf(event, 'type')
    if (type === null) {
      this.warnings.add('an event without a type is ignored', at)
      return
    }
    this.events++
    if (type === 'suite') this.groups.addSuite(event)
    else if (type === 'group') this.groups.addGroup(event)
    else if (type === 'testStart') this.start(event)
    else if (type === 'error') this.addError(event, at)
    else if (type === 'print') this.open.get(numberOf(event, 'testID') ?? -1)?.errors.addPrint(event)
    else if (type === 'testDone') this.finish(event, at)
    else if (type === 'allSuites') this.groups.expectFiles(event)
    else if (type === 'done') this.endRun(event)
  }

  private endRun(event: JsonEvent): void {
    this.isDone = true
    this.isStopped = event.success === null
  }

  private start(event: JsonEvent): void {
    const test = memberOf(event, 'test')
    const id = numberOf(test, 'id')
    if (id === null) return
    const group = this.groups.innermost(test.groupIDs)
    const name = withoutPrefix(textOf(test, 'name') ?? '', group.fullName)
    this.open.set(id, {
      suite: group.path,
      name: name === '' ? `test ${id}` : name,
      file: this.groups.fileOf(numberOf(test, 'suiteID')),
      line: lineOf(test),
      startedMs: numberOf(event, 'time') ?? 0,
      errors: new Errors(),
    })
  }

  private addError(event: JsonEvent, at: number): void {
    const id = numberOf(event, 'testID') ?? -1
    const test = this.open.get(id)
    const index = this.cases.get(id)
    if (test !== undefined) test.errors.add(event)
    else if (index === undefined) this.warnings.add('an error of a test that the report does not have is ignored', at)
    else this.addLateError(index, event, at)
  }

  private addLateError(index: number, event: JsonEvent, at: number): void {
    this.warnings.add('a test failed behind its end: something that it started went on', at)
    const errors = this.lateErrors.get(index) ?? new Errors()
    errors.add(event)
    this.lateErrors.set(index, errors)
  }

  private finish(event: JsonEvent, at: number): void {
    const id = numberOf(event, 'testID') ?? -1
    const test = this.open.get(id)
    if (test === undefined) {
      this.warnings.add('the end of a test that never started is ignored', at)
      return
    }
    this.open.delete(id)
    const status = statusOf(event, test)
    if (event.hidden === true && status === 'passed') return
    const durationUs = microsecondsOfSeconds(((numberOf(event, 'time') ?? 0) - test.startedMs) / MILLISECONDS)
    const isFailed = status === 'failed' || status === 'errored'
    const failure = isFailed ? test.errors.failure('the test failed and says nothing') : null
    this.cases.set(id, this.add(test, { status, durationUs, failure }, at))
  }

  private add(test: OpenTest, attempt: TestAttempt, at: number): number {
    const { suite, name, file, line } = test
    this.suites.add([file ?? '', ...suite].join('\0'))
    const { durationUs } = attempt
    return this.builder.add({ suite, className: null, name, file, line, durationUs, tags: [], attempts: [attempt] }, at)
  }

  /** Some runners leave the last event out. */
  private isCutOff(): boolean {
    if (this.lines.isCutOff || this.isStopped) return true
    const { count } = this.builder
    return !this.isDone && (count === 0 || this.open.size > 0 || this.groups.lack(count))
  }

  private closeAll(): void {
    const { at } = this.lines
    const why = this.isStopped ? 'the runner was stopped before all tests had run' : 'there is no event done'
    this.warnings.add(`the report ends before the run: ${why}`, at)
    for (const test of this.open.values()) {
      const failure = test.errors.failure('the test started and never ended: the report ends before it does')
      this.add(test, { status: 'errored', durationUs: null, failure }, at)
    }
  }

  private nothingToRead(): ReportError {
    return new ReportError('the file ends before the first test did', {
      path: this.path,
      line: null,
      remedy: 'Run `dart test --reporter json > report.json` again and let it end, then name that file.',
    })
  }
}

function statusOf(event: JsonEvent, { errors }: OpenTest): TestStatus {
  const result = textOf(event, 'result')
  if (result === 'failure') return 'failed'
  if (result === 'success') return event.skipped === true ? 'skipped' : 'passed'
  return errors.status === 'failed' ? 'failed' : 'errored'
}

function lateAttempt(errors: Errors): TestAttempt {
  return { status: errors.status ?? 'errored', durationUs: null, failure: errors.failure('') }
}

/** Where a helper defines the test, the file of the suite has a line of its own for it. */
function lineOf(test: JsonEvent): number | null {
  const line = numberOf(test, 'root_line') ?? numberOf(test, 'line')
  return line !== null && Number.isSafeInteger(line) && line > 0 ? line : null
}
