import { ReportError } from '@testwarden/core/model/errors'
import type { TestAttempt, TestRunReport, TestStatus } from '@testwarden/core/model/test-run'
import type { TextMachine } from '../../guarded-reader.js'
import { instantOf } from '../../instant.js'
import { type JsonEvent, type JsonEventSink, JsonLines, NO_EVENT, numberOf, textOf } from '../../json/json-lines.js'
import { WarningLog } from '../../warning-log.js'
import { microsecondsOfSeconds } from '../duration.js'
import { TestRunBuilder } from '../test-run-builder.js'
import { AttemptsByName } from './attempts.js'
import { BuildOutputs } from './build-outputs.js'
import { failureOf } from './failure.js'
import { isBenchmark, PackageEndings } from './package-endings.js'
import { PackageRun } from './package-run.js'

/** What ends a test or a package. */
const STATUS: ReadonlyMap<string, TestStatus> = new Map([
  ['pass', 'passed'],
  ['fail', 'failed'],
  ['skip', 'skipped'],
])

interface Package {
  readonly suite: readonly string[]
  /** null between two runs. */
  run: PackageRun | null
  hasEnded: boolean
}

/**
 * Reads the events of `go test`. A test with subtests is a case of its own beside them, as gotestsum and go-junit-report
 * count: one that fails because a subtest does is failed too. Reruns of a name in a package are attempts of one case.
 * A package that does not build, or that fails though none of its tests did, is one errored case. Go names a source file
 * only where a test says something, so cases have no file: the place stands in the trace.
 * @see https://pkg.go.dev/cmd/test2json
 */
export class GoTestMachine implements TextMachine<TestRunReport>, JsonEventSink {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: JsonLines
  private readonly builder = new TestRunBuilder(this.warnings)
  private readonly attempts = new AttemptsByName(this.builder, this.warnings)
  private readonly packages = new Map<string, Package>()
  private readonly builds = new BuildOutputs()
  private readonly endings = new PackageEndings(this.attempts, this.builds, this.warnings)
  private durationUs: number | null = null
  private startedAt: string | null = null

  constructor(path: string) {
    this.path = path
    this.lines = new JsonLines(path, this)
  }

  write(text: string): void {
    this.lines.write(text)
  }

  end(): { readonly model: TestRunReport; readonly partial: boolean } {
    this.lines.end()
    const isPartial = this.closeAll()
    if (this.builder.count === 0 && (isPartial || this.packages.size === 0)) throw this.nothingToRead()
    const model = this.builder.report({
      dialect: null,
      suites: this.packages.size,
      durationUs: this.durationUs,
      startedAt: this.startedAt,
      declared: null,
    })
    return { model, partial: isPartial }
  }

  event(event: JsonEvent, at: number): void {
    const action = textOf(event, 'Action')
    if (action === null) this.warnings.add('an event without an action is ignored', at)
    else if (action.startsWith('build-')) this.readBuild(event)
    else this.readRun(event, at)
  }

  other(line: string, at: number): void {
    if (!this.builds.addPlain(line)) this.warnings.add(NO_EVENT, at)
  }

  private readBuild(event: JsonEvent): void {
    this.builds.add(textOf(event, 'ImportPath') ?? '', textOf(event, 'Output') ?? '')
  }

  private readRun(event: JsonEvent, at: number): void {
    this.builds.endPlain()
    this.startedAt ??= instantOf(textOf(event, 'Time'))
    const test = textOf(event, 'Test')
    const known = this.packageOf(textOf(event, 'Package') ?? '')
    known.run ??= new PackageRun()
    if (test === null || test === '') this.readPackage(known, event, at)
    else this.readTest({ suite: known.suite, run: known.run, test }, event, at)
  }

  private readTest({ suite, run, test }: RunningTest, event: JsonEvent, at: number): void {
    const action = textOf(event, 'Action') ?? ''
    const status = STATUS.get(action)
    if (action === 'run') run.start(test)
    else if (action === 'output') run.start(test).output.add(textOf(event, 'Output') ?? '')
    if (status === undefined) return
    const closed = run.close(test, status === 'failed')
    if (isBenchmark(test) && status !== 'failed') return
    const durationUs = elapsedUs(event)
    const attempt: TestAttempt =
      status === 'failed'
        ? { status: closed.output.panic === null ? status : 'errored', durationUs, failure: failureOf(closed) }
        : { status, durationUs, failure: null }
    this.attempts.add({ suite, name: test, attempt }, at)
  }

  private readPackage(known: Package, event: JsonEvent, at: number): void {
    const { run, suite } = known
    if (run === null) return
    const output = textOf(event, 'Output') ?? ''
    run.output.add(output)
    if (output.startsWith('ok ') && output.includes('(cached)'))
      this.warnings.add('a package did not run: its results are those that go test kept of an earlier run', at)
    const status = STATUS.get(textOf(event, 'Action') ?? '')
    if (status === undefined) return
    this.durationUs = (this.durationUs ?? 0) + (elapsedUs(event) ?? 0)
    const ended = { suite, run, build: textOf(event, 'FailedBuild') }
    if (status === 'failed') this.endings.fail(ended, at)
    else this.endings.pass(ended, at)
    known.run = null
    known.hasEnded = true
  }

  /** @returns whether the file ends before its packages do */
  private closeAll(): boolean {
    const at = this.lines.at
    let isPartial = this.lines.isCutOff
    for (const [name, known] of this.packages) {
      // Some writers print behind the end of a package, or for none.
      if (known.run === null || (known.run.isIdle && (known.hasEnded || name === ''))) continue
      isPartial = true
      this.warnings.add(`the report ends before the package ${name}`, at)
      this.endings.failOpenTests(
        { suite: known.suite, run: known.run },
        { at, before: 'the report ends before it does' },
      )
    }
    if (this.lines.isCutOff) this.warnings.add('the last line is not whole: the file is cut off', at)
    return isPartial
  }

  private packageOf(name: string): Package {
    const known = this.packages.get(name)
    if (known !== undefined) return known
    const fresh = { suite: name === '' ? [] : [name], run: null, hasEnded: false }
    this.packages.set(name, fresh)
    return fresh
  }

  private nothingToRead(): ReportError {
    return new ReportError('the file holds no whole event of a package or a test', {
      path: this.path,
      line: null,
      remedy: 'Run `go test -json ./... > report.json` again and let it end, then name that file.',
    })
  }
}

interface RunningTest {
  readonly suite: readonly string[]
  readonly run: PackageRun
  readonly test: string
}

function elapsedUs(event: JsonEvent): number | null {
  const seconds = numberOf(event, 'Elapsed')
  return seconds === null ? null : microsecondsOfSeconds(seconds)
}
