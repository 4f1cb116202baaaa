import type { TestAttempt } from '@testwarden/core/model/test-run'
import { NameNumbers } from '../../compact/name-numbers.js'
import type { WarningLog } from '../../warning-log.js'
import type { TestRunBuilder } from '../test-run-builder.js'

/** One run of one test. */
export interface GoAttempt {
  /** One array for all tests of a package. */
  readonly suite: readonly string[]
  readonly name: string
  readonly attempt: TestAttempt
}

/**
 * Cases by package and test: `-count` and reruns list one again anywhere behind its first run, and that is a further
 * attempt. For this each name is kept twice until the end, some twenty bytes and its characters.
 */
export class AttemptsByName {
  private readonly builder: TestRunBuilder
  private readonly warnings: WarningLog
  private readonly packages = new Map<string, number>()
  /** The number of a name is that of its case. */
  private readonly tests = new NameNumbers()

  constructor(builder: TestRunBuilder, warnings: WarningLog) {
    this.builder = builder
    this.warnings = warnings
  }

  /** @param at line of the report, for warnings */
  add({ suite, name, attempt }: GoAttempt, at: number): void {
    const number = this.tests.numberOf(`${this.packageNumber(suite)} ${name}`)
    if (number === null) this.warnings.add('beyond four million tests, reruns count as tests of their own', at)
    if (number !== null && number < this.builder.count) this.builder.addAttempt(number, attempt, at)
    else this.builder.add(caseOf({ suite, name, attempt }), at)
  }

  /** What failed without being a test. */
  addOutside(seen: GoAttempt, at: number): void {
    this.builder.addOutside(caseOf(seen), at)
  }

  private packageNumber([name = '']: readonly string[]): number {
    const number = this.packages.get(name) ?? this.packages.size
    this.packages.set(name, number)
    return number
  }
}

function caseOf({ suite, name, attempt }: GoAttempt) {
  const { durationUs } = attempt
  return { suite, className: null, name, file: null, line: null, durationUs, tags: [], attempts: [attempt] }
}
