import { numberedKey, type TestKey, testKeyOf } from '@testwarden/core/model/test-key'
import type { TestCase, TestFailure, TestRunReport } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import { formatInteger } from '@testwarden/core/render/numbers'
import { findLocation, passedPlaces } from '../find-location.js'
import { fingerprintOf } from '../fingerprint.js'
import { createCasePlace, type SearchFile } from './case-place.js'
import { isWorse, outcomeOfCases } from './outcome-text.js'
import type { FailureFacts, NamedTest, TestFact, TestReport } from './test-facts.js'

/** Failures beyond these keep no trace: whoever broke a thousand tests reads the first. */
const TRACED_MAX = 300
const WARNINGS_KEPT = 20
/** Of one test: what it said fifty times it says again. */
const FAILURES_KEPT = 50

export interface TestSources {
  readonly search: SearchFile
  readonly ownersOf: (path: string) => readonly string[]
  readonly redact: (text: string) => string
  /** A test that was renamed on purpose, by its new key. */
  readonly aliases: ReadonlyMap<TestKey, TestKey>
  /** What cases of one name in one report are: tests of their own, or attempts of one test. */
  readonly duplicates: 'tests' | 'attempts'
  /** Whether a quarantine means the test, so that lists must be able to name it. */
  readonly isQuarantined: (key: TestKey) => boolean
}

export interface ReadReportOfTests {
  readonly path: string
  readonly format: string
  readonly model: TestRunReport
  readonly warnings: readonly { readonly message: string }[]
  /** Whether an earlier report has this suite at the top of its cases; absent: none has any of them. */
  readonly isCopied?: (suite: string) => boolean
}

/** What all reports of a leg say together. */
export interface ReadTests {
  readonly reports: readonly TestReport[]
  readonly tests: readonly TestFact[]
  readonly failures: readonly FailureFacts[]
  readonly quarantined: readonly NamedTest[]
  readonly notes: readonly string[]
}

/** Takes reports one by one: of each only facts remain. */
export function createTestReader(sources: TestSources): { add(report: ReadReportOfTests): void; result(): ReadTests } {
  const placeOf = createCasePlace(sources.search)
  const known = new Map<TestKey, Kept>()
  const reports: TestReport[] = []
  let several = 0
  let traced = 0
  return {
    add(report) {
      reports.push(reportOf(report))
      for (const [key, cases] of casesByKey(allCases(report), { placeOf, sources })) {
        const kept = keep(key, cases, { report, placeOf, sources })
        const before = known.get(key)
        if (before !== undefined) several++
        if (before !== undefined && !isWorse(kept.test.outcome, before.test.outcome)) continue
        known.set(
          key,
          withTraces(kept, () => traced++ < TRACED_MAX),
        )
      }
    },
    result() {
      const all = [...known.values()].sort((left, right) => (left.test.key < right.test.key ? -1 : 1))
      return {
        reports,
        tests: all.map(({ test }) => test),
        failures: all.flatMap(({ failure }) => failure ?? []),
        quarantined: all.flatMap(({ named }) => (sources.isQuarantined(named.key) ? [named] : [])),
        notes: several === 0 ? [] : [describeSeveral(several)],
      }
    },
  }
}

function describeSeveral(count: number): string {
  if (count === 1) return '1 test is in more than one report: the worst of them counts.'
  return `${formatInteger(count)} tests are in more than one report: the worst of each counts.`
}

/** What failed without being a test is held against the run like one. */
function* allCases({ model, isCopied }: ReadReportOfTests): Iterable<TestCase> {
  for (const testCase of model.cases) if (isCopied?.(testCase.suite[0] ?? '') !== true) yield testCase
  yield* model.outside ?? []
}

interface Kept {
  readonly test: TestFact
  readonly named: NamedTest
  readonly failure: FailureFacts | null
}

type PlaceOf = ReturnType<typeof createCasePlace>

/** Cases of one report by their keys. Cases of one key are tests of their own, unless they are attempts of one test. */
function casesByKey(
  cases: Iterable<TestCase>,
  { placeOf, sources }: { readonly placeOf: PlaceOf; readonly sources: TestSources },
): ReadonlyMap<TestKey, readonly TestCase[]> {
  const byKey = new Map<TestKey, TestCase[]>()
  const byName = new Map<string, TestCase[]>()
  const freeKey = createFreeKeys(byKey)
  for (const testCase of cases) {
    const name = sources.duplicates === 'attempts' ? writtenName(testCase) : null
    const attempts = name === null ? undefined : byName.get(name)
    if (attempts !== undefined) {
      attempts.push(testCase)
      continue
    }
    const first = [testCase]
    byKey.set(freeKey(keyOf(testCase, { placeOf, sources })), first)
    if (name !== null) byName.set(name, first)
  }
  return byKey
}

function keyOf(
  testCase: TestCase,
  { placeOf, sources }: { readonly placeOf: PlaceOf; readonly sources: TestSources },
): TestKey {
  const file = testCase.file === null ? null : (placeOf(testCase) ?? testCase.file)
  const written = sources.redact(testKeyOf({ ...testCase, file }))
  return sources.aliases.get(written) ?? written
}

/** Attempts have the very same name: what a key leaves out, such as a moment, may be all that two tests differ in. */
function writtenName({ file, suite, className, name }: TestCase): string {
  return JSON.stringify([file, suite, className, name])
}

/** Numbers those of one key. A test may be called like the number of another one: each number is given once. */
function createFreeKeys(taken: ReadonlyMap<TestKey, unknown>): (key: TestKey) => TestKey {
  const numbers = new Map<TestKey, number>()
  return (key) => {
    let number = (numbers.get(key) ?? 0) + 1
    while (taken.has(numberedKey(key, number))) number++
    numbers.set(key, number)
    return numberedKey(key, number)
  }
}

interface Keeping {
  readonly report: ReadReportOfTests
  readonly placeOf: PlaceOf
  readonly sources: TestSources
}

function keep(key: TestKey, cases: readonly TestCase[], { report, placeOf, sources }: Keeping): Kept {
  const [first] = cases
  if (first === undefined) throw new TypeError('a test without a case')
  const outcome = outcomeOfCases(cases)
  const timed = cases.flatMap(({ durationUs }) => durationUs ?? [])
  const file = placeOf(first)
  const { line, tags, suite, className, name } = first
  const durationUs = timed.length === 0 ? null : timed.reduce((sum, each) => sum + each, 0)
  const test: TestFact = { key, outcome, reran: 0, durationUs, file, line, tags: tags.map(sources.redact) }
  const failures = cases.flatMap(({ attempts }) =>
    attempts.flatMap(({ status, failure }) => (isFailing(status) ? [failure ?? SILENT] : [])),
  )
  const [failure] = failures
  const named = {
    key,
    written: { suite, className, name, file: first.file },
    format: report.model.dialect ?? report.format,
  }
  if (failure === undefined) return { test, named, failure: null }
  const written = { file: first.file ?? packageOf(first), line }
  const place = findLocation(failure, sources.search, written)
  const owned = file ?? place?.path ?? null
  return {
    test,
    named,
    failure: {
      ...named,
      failures: failures.slice(0, FAILURES_KEPT),
      fingerprint: fingerprintOf(failure),
      place: place ?? (file !== null && line !== null ? { path: file, line } : null),
      passes: passedPlaces(failure, sources.search, written),
      owners: owned === null ? [] : sources.ownersOf(owned),
    },
  }
}

/** Go names the files of a trace without their folder, and its package is the folder. */
function packageOf({ className, suite }: TestCase): string {
  return `${className ?? suite.at(-1) ?? ''}/`
}

/** Of an attempt that failed without a word. */
const SILENT: TestFailure = { type: null, message: '', trace: '' }

/** @param mayTrace whether one more failure may keep its trace */
function withTraces(kept: Kept, mayTrace: () => boolean): Kept {
  if (kept.failure === null || mayTrace()) return kept
  return {
    ...kept,
    failure: { ...kept.failure, failures: kept.failure.failures.map((each) => ({ ...each, trace: '' })) },
  }
}

function reportOf(report: ReadReportOfTests): TestReport {
  const { path, format, model, warnings } = report
  return {
    path,
    format,
    dialect: model.dialect,
    cases: model.cases.count,
    suites: model.suites,
    durationUs: durationOf(report),
    warnings: warnings.slice(0, WARNINGS_KEPT).map(({ message }) => message),
  }
}

/** What a report declares is of the whole: where suites of it are copies, its other cases tell. */
function durationOf(report: ReadReportOfTests): number {
  if (report.isCopied === undefined) return report.model.durationUs
  let sumUs = 0
  for (const { durationUs } of allCases(report)) sumUs += durationUs ?? 0
  return sumUs
}
