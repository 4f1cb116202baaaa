import { DIFFERENCE_PREFIX } from '@testwarden/core/model/report-summary'
import type { DeclaredTests, TestAttempt, TestCase, TestIdentity, TestRunReport } from '@testwarden/core/model/test-run'
import { isFailing, statusOfAttempts, type TestTotals } from '@testwarden/core/model/test-totals'
import { boundedName } from '../bounded-name.js'
import type { WarningLog } from '../warning-log.js'
import { CaseTable } from './case-table.js'
import { clippedFailure } from './clipped-text.js'

/** A case as a reader met it. */
export interface SeenCase extends TestIdentity {
  readonly line: number | null
  readonly durationUs: number | null
  readonly tags: readonly string[]
  /** At least one, in the order in which they ran. */
  readonly attempts: readonly TestAttempt[]
}

/** A plain attempt, of which nothing more is to be told. */
export const PASSED: readonly TestAttempt[] = [{ status: 'passed', durationUs: null, failure: null }]
export const SKIPPED: readonly TestAttempt[] = [{ status: 'skipped', durationUs: null, failure: null }]

const NAMELESS = '(no name)'
const MAX_TAGS = 50
const MAX_OUTSIDE = 1_000
const MAX_SUITE_DEPTH = 50
const MAX_ATTEMPTS = 1_000

/** What the builder cannot know of a report. */
export interface ReportFacts {
  readonly dialect: string | null
  readonly suites: number
  /** null: the sum over the cases. */
  readonly durationUs: number | null
  readonly startedAt: string | null
  readonly declared: DeclaredTests | null
}

/** Collects the cases of one report. Texts that are too long are shortened with a warning, attempts keep their order. */
export class TestRunBuilder {
  private readonly cases = new CaseTable()
  private readonly outside: TestCase[] = []
  private readonly warnings: WarningLog
  private sumUs = 0
  /** Neighbours in a report mostly have the same. */
  private lastPath: { readonly seen: readonly string[]; readonly kept: readonly string[] } | null = null

  constructor(warnings: WarningLog) {
    this.warnings = warnings
  }

  get count(): number {
    return this.cases.count
  }

  /**
   * @param at line of the report, for warnings
   * @returns the number of the case, for {@link addAttempt}
   */
  add(seen: SeenCase, at: number | null): number {
    const index = this.count
    this.sumUs += seen.durationUs ?? 0
    this.cases.add(this.caseOf(seen, at))
    return index
  }

  /**
   * A further attempt of a case that was added before: for reports that list one anywhere behind the first.
   * @param index what {@link add} returned
   */
  addAttempt(index: number, attempt: TestAttempt, at: number | null): void {
    const known = this.cases.at(index)
    const { status, durationUs } = known
    const before = known.attempts.length > 0 ? known.attempts : [{ status, durationUs, failure: null }]
    this.sumUs += attempt.durationUs ?? 0
    this.cases.retell(index, {
      // Of what is known, not of the attempts: those that are left out may hold the one that passed.
      status: statusOfAttempts([known, attempt]),
      attempts: this.boundedAttempts([...before, clippedAttempt(attempt)], at),
      durationUs: attempt.durationUs === null ? durationUs : (durationUs ?? 0) + attempt.durationUs,
    })
  }

  /** The only attempt of a case turned out to be another: for reports that correct themselves. */
  correct(index: number, attempt: TestAttempt): void {
    const { durationUs } = this.cases.at(index)
    this.cases.retell(index, { status: attempt.status, attempts: [clippedAttempt(attempt)], durationUs })
  }

  /** For reports that name a file behind its cases. @param first number of the first of them; the others follow it */
  placeIn(file: string, first: number): void {
    if (file !== '') this.cases.placeIn(boundedName(file, null, this.warnings), first)
  }

  /** A failure of no test: told, and not counted. */
  addOutside(seen: SeenCase, at: number | null): void {
    if (this.outside.length < MAX_OUTSIDE) this.outside.push(this.caseOf(seen, at))
    else this.warnings.add(`more than ${MAX_OUTSIDE} failures outside of tests are not told one by one`, at)
  }

  report({ dialect, suites, durationUs, startedAt, declared }: ReportFacts): TestRunReport {
    if (declared !== null) this.compare(this.cases.totals, declared)
    const outside = this.outside.length === 0 ? {} : { outside: this.outside }
    return { dialect, cases: this.cases, ...outside, suites, durationUs: durationUs ?? this.sumUs, startedAt, declared }
  }

  private caseOf(seen: SeenCase, at: number | null): TestCase {
    const attempts = this.boundedAttempts(seen.attempts, at)
    return {
      suite: seen.suite.length === 0 ? seen.suite : this.suitePath(seen.suite, at),
      className: this.optional(seen.className, at),
      name: this.caseName(seen.name, at),
      file: this.optional(seen.file, at),
      line: seen.line,
      status: statusOfAttempts(seen.attempts),
      durationUs: seen.durationUs,
      tags:
        seen.tags.length === 0
          ? seen.tags
          : seen.tags.slice(0, MAX_TAGS).map((tag) => boundedName(tag, at, this.warnings)),
      attempts: isPlain(attempts) ? [] : attempts.map(clippedAttempt),
    }
  }

  private suitePath(suite: readonly string[], at: number | null): readonly string[] {
    if (this.lastPath?.seen !== suite) this.lastPath = { seen: suite, kept: this.boundedPath(suite, at) }
    return this.lastPath.kept
  }

  private boundedPath(suite: readonly string[], at: number | null): readonly string[] {
    const named = suite.filter((part) => part !== '')
    if (named.length > MAX_SUITE_DEPTH)
      this.warnings.add(`suites nested more than ${MAX_SUITE_DEPTH} deep are joined`, at)
    const path =
      named.length <= MAX_SUITE_DEPTH
        ? named
        : [...named.slice(0, MAX_SUITE_DEPTH - 1), named.slice(MAX_SUITE_DEPTH - 1).join(' ')]
    return path.map((part) => boundedName(part, at, this.warnings))
  }

  private caseName(name: string, at: number | null): string {
    if (name === '') this.warnings.add(`a case has no name: it is listed as ${NAMELESS}`, at)
    return name === '' ? NAMELESS : boundedName(name, at, this.warnings)
  }

  private optional(text: string | null, at: number | null): string | null {
    return text === null || text === '' ? null : boundedName(text, at, this.warnings)
  }

  private boundedAttempts(attempts: readonly TestAttempt[], at: number | null): readonly TestAttempt[] {
    if (attempts.length <= MAX_ATTEMPTS) return attempts
    this.warnings.add(`a case with more than ${MAX_ATTEMPTS} attempts keeps the first and the last of them`, at)
    return [...attempts.slice(0, MAX_ATTEMPTS / 2), ...attempts.slice(-MAX_ATTEMPTS / 2)]
  }

  private compare(own: TestTotals, declared: DeclaredTests): void {
    const claims = (['cases', 'failed', 'errored', 'skipped'] as const).flatMap((key) => {
      const claimed = declared[key]
      // Where a file does not tell errors from failures, its failures are both.
      const listed = key === 'failed' && declared.errored === null ? own.failed + own.errored : own[key]
      return claimed === null || claimed === listed ? [] : [`${claimed} ${key} where ${listed} are listed`]
    })
    if (claims.length > 0) this.warnings.add(`${DIFFERENCE_PREFIX}${claims.join(', ')}; what is listed counts`, null)
  }
}

function isPlain(attempts: readonly TestAttempt[]): boolean {
  return attempts.length === 1 && !isFailing(attempts[0]?.status ?? 'failed')
}

function clippedAttempt(attempt: TestAttempt): TestAttempt {
  return attempt.failure === null ? attempt : { ...attempt, failure: clippedFailure(attempt.failure) }
}
