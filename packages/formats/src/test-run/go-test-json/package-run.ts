import { GoOutput, type OpenTest } from './open-test.js'

/** Further parts of a name are not tried. */
const MAX_SLASHES = 100

/** One package while its tests run; a rerun of failed tests is a further one of the same name. */
export class PackageRun {
  readonly open = new Map<string, OpenTest>()
  readonly output = new GoOutput()
  /** Of the test that ended last: a runtime that gives up writes behind it. */
  lastOutput: GoOutput | null = null
  ended = 0
  failed = 0

  /** Whether no test has run yet. */
  get isIdle(): boolean {
    return this.open.size === 0 && this.ended === 0
  }

  start(test: string): OpenTest {
    const known = this.open.get(test)
    if (known !== undefined) return known
    const fresh = { output: new GoOutput(), failedSubtest: null }
    this.open.set(test, fresh)
    return fresh
  }

  /** Also tells the tests that it is a part of, where it failed. */
  close(test: string, isFailed: boolean): OpenTest {
    const closed = this.start(test)
    this.open.delete(test)
    this.lastOutput = closed.output
    this.ended++
    if (!isFailed) return closed
    this.failed++
    const parent = this.parentOf(test)
    if (parent !== null) parent.failedSubtest ??= test
    return closed
  }

  /** The line that says why the program ended, whoever was running. */
  panic(): string | null {
    for (const { output } of this.open.values()) if (output.panic !== null) return output.panic
    return this.lastOutput?.panic ?? this.output.panic
  }

  /** Names of subtests may have slashes of their own. */
  private parentOf(test: string): OpenTest | null {
    let end = test.lastIndexOf('/')
    for (let step = 0; end > 0 && step < MAX_SLASHES; step++) {
      const parent = this.open.get(test.slice(0, end))
      if (parent !== undefined) return parent
      end = test.lastIndexOf('/', end - 1)
    }
    return null
  }
}
