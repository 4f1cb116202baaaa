import type { GoFailures } from './failures.js'

interface Opened {
  readonly name: string
  readonly pkg: string | null
  readonly at: number
}

const LOG = /^\s{2,}\S+\.go:[0-9]+: (.+)/
const CRASH = /^(?:panic|fatal error): /
const WITHOUT_RESULT = 'It ended without a result.'
const PACKAGE_FAILURES: ReadonlyMap<string | null, string> = new Map([
  ['build', 'It does not build.'],
  ['setup', 'It cannot be set up.'],
])

/** The benchmark that runs: Go prints its name first, and with `-v` alone; its numbers, or how it failed, come later. */
export class OpenBenchmark {
  private readonly failures: GoFailures
  private opened: Opened | null = null
  private isAnnounced = false
  private lastLog: string | null = null
  private crash: string | null = null

  constructor(failures: GoFailures) {
    this.failures = failures
  }

  /** null: none whose numbers are still to come. */
  get name(): string | null {
    return this.opened?.name ?? null
  }

  /** Whether none runs, as far as anybody can tell. */
  get isNone(): boolean {
    return this.opened === null && !this.isAnnounced && this.lastLog === null
  }

  begin(name: string, pkg: string | null, at: number): void {
    this.end()
    this.opened = { name, pkg, at }
  }

  /** Numbers came, of it or of another one. */
  close(name: string): void {
    if (this.opened !== null && this.opened.name !== name) this.end()
    this.opened = null
    this.forget()
  }

  /** Any other line. With `-v` the reason stands in front of a failure, without it behind. */
  log(line: string): void {
    const [, message] = LOG.exec(line) ?? []
    this.failures.explain(message ?? null)
    if (/^Benchmark\S*$/.test(line)) {
      this.forget()
      this.isAnnounced = true
    }
    if (message !== undefined && this.isAnnounced) this.lastLog = message
    if (CRASH.test(line)) this.crash ??= line
  }

  fail(name: string, pkg: string | null, at: number): void {
    if (this.opened !== null && this.opened.name !== name) this.end()
    this.opened = null
    this.failures.add(name, { pkg, message: this.lastLog, at })
    this.forget()
  }

  failPackage(pkg: string, step: string | null, at: number): void {
    const message = PACKAGE_FAILURES.get(step) ?? this.crash ?? 'Its tests or benchmarks failed.'
    this.failures.addPackage(pkg, message, at)
  }

  /**
   * Nothing more of its program follows.
   * @returns whether there was a benchmark without a result
   */
  end(): boolean {
    const { opened, crash } = this
    this.opened = null
    this.crash = null
    this.forget()
    if (opened === null) return false
    this.failures.add(opened.name, { pkg: opened.pkg, message: crash ?? WITHOUT_RESULT, at: opened.at })
    return true
  }

  private forget(): void {
    this.isAnnounced = false
    this.lastLog = null
  }
}
