import type { WarningLog } from '../../warning-log.js'
import type { AttemptsByName } from './attempts.js'
import type { BuildOutputs } from './build-outputs.js'
import { neverEnded, withoutType } from './failure.js'
import type { PackageRun } from './package-run.js'

const BUILD_FAILED = /\[(?:build|setup) failed\]/

const VERDICT = /^(?:PASS|FAIL|ok)\s|^(?:PASS|FAIL)$/

export interface EndedPackage {
  readonly suite: readonly string[]
  readonly run: PackageRun
  /** The build that failed, where Go names it. */
  readonly build: string | null
}

/** Where something ends before its tests do, and what. */
export interface EarlyEnd {
  readonly at: number
  readonly before: string
}

/** What the end of a package says about tests that have none, and about the package itself. */
export class PackageEndings {
  private readonly attempts: AttemptsByName
  private readonly builds: BuildOutputs
  private readonly warnings: WarningLog

  constructor(attempts: AttemptsByName, builds: BuildOutputs, warnings: WarningLog) {
    this.attempts = attempts
    this.builds = builds
    this.warnings = warnings
  }

  fail(ended: EndedPackage, at: number): void {
    const { run, build } = ended
    const [mark] = build === null ? (BUILD_FAILED.exec(run.output.toString()) ?? []) : ['[build failed]']
    if (mark !== undefined) this.failBuild(ended, mark, at)
    else if (run.failed === 0 && run.open.size === 0) this.failWithoutTest(ended, at)
    else this.failOpenTests(ended, { at, before: 'its package ended before it did' })
  }

  /** Programs that print without an end of line hid the end of a test from go test until 1.20. */
  pass({ suite, run }: EndedPackage, at: number): void {
    for (const name of run.open.keys()) {
      if (isBenchmark(name)) continue
      this.warnings.add('a test that has no end counts as passed, because its package passed', at)
      this.attempts.add({ suite, name, attempt: { status: 'passed', durationUs: null, failure: null } }, at)
    }
  }

  failOpenTests({ suite, run }: Omit<EndedPackage, 'build'>, { at, before }: EarlyEnd): void {
    const panic = run.panic()
    const cause = { panic, reason: panic === null ? before : `the program ended with ${panic}` }
    for (const [name, test] of run.open) {
      // A benchmark ends without an event.
      if (isBenchmark(name) && test.output.panic === null) continue
      const failure = neverEnded(test, cause)
      this.attempts.add({ suite, name, attempt: { status: 'errored', durationUs: null, failure } }, at)
    }
  }

  private failBuild({ suite, run, build }: EndedPackage, mark: string, at: number): void {
    const compiler = this.builds.of(build ?? suite[0] ?? '')
    const trace = compiler === '' ? run.output.toString() : compiler
    const message =
      trace.split('\n').find((line) => line !== '' && !line.startsWith('#') && !VERDICT.test(line)) ??
      'the package does not build'
    this.addErrored(suite, { name: mark, message, trace }, at)
  }

  /** Main functions of tests, exits and timeouts behind the last test fail a package by themselves. */
  private failWithoutTest({ suite, run }: EndedPackage, at: number): void {
    const panic = run.panic()
    const said = panic === null ? firstLine(run.output.toString()) : withoutType(panic)
    if (run.ended === 0) {
      this.warnings.add(`the package ${suite[0] ?? ''} failed before any of its tests ran: ${said}`, at)
      const message = `the package failed before any of its tests ran: ${said}`
      const failure = { type: null, message, trace: run.output.toString() }
      // No case of go's own, so none that is counted; a run with it is red all the same.
      this.attempts.addOutside(
        { suite, name: FAILED_PACKAGE, attempt: { status: 'errored', durationUs: null, failure } },
        at,
      )
      return
    }
    const { lastOutput, output } = run
    const trace = (lastOutput?.panic == null ? output : lastOutput).toString()
    this.addErrored(suite, { name: FAILED_PACKAGE, message: `no test failed, but the package did: ${said}`, trace }, at)
  }

  private addErrored(
    suite: readonly string[],
    { name, message, trace }: { readonly name: string; readonly message: string; readonly trace: string },
    at: number,
  ): void {
    const failure = { type: null, message, trace }
    this.attempts.add({ suite, name, attempt: { status: 'errored', durationUs: null, failure } }, at)
  }
}

/** What a failure of a package is called that is none of its tests. */
const FAILED_PACKAGE = '[package failed]'

/** Benchmarks are no tests, unless they fail. */
export function isBenchmark(test: string): boolean {
  return test.startsWith('Benchmark')
}

/** The first line that is more than a verdict. */
function firstLine(text: string): string {
  const line = text.split('\n').find((each) => each.trim() !== '' && !VERDICT.test(each))
  return line?.trim() ?? 'it says nothing'
}
