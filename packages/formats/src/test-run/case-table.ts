import type { TestCase, TestCases } from '@testwarden/core/model/test-run'
import { addTestTotals, countTests, NO_TESTS, type TestTotals } from '@testwarden/core/model/test-totals'
import { GrowingIntegers } from '../compact/growing-integers.js'
import { ownText } from '../text/own-text.js'
import { RunColumn } from './run-column.js'
import { SharedValues } from './shared-values.js'
import { TextColumn } from './text-column.js'

/** Stands for "the report does not say" among durations and lines, which are stored plus one. */
const UNKNOWN = 0
/** Longer durations have their place beside the table: 32 bits hold 71 minutes. */
const MAX_NARROW_US = 2 ** 32 - 2

/**
 * Cases in columns. Half a million passing tests as objects would take 150 MB; here one costs its name and some thirty
 * bytes. What only failed and retried cases have stands beside the columns.
 */
export class CaseTable implements TestCases {
  private readonly names = new TextColumn()
  private readonly suites = new RunColumn()
  private readonly classes = new RunColumn()
  private readonly files = new RunColumn()
  private readonly lines = new GrowingIntegers()
  private readonly durations = new GrowingIntegers()
  private readonly tags = new RunColumn()
  private readonly suitePaths = sharedLists()
  private readonly classNames = sharedTexts()
  private readonly fileNames = sharedTexts()
  private readonly tagLists = sharedLists()
  private readonly longDurations = new Map<number, number>()
  private readonly told = new Map<number, Pick<TestCase, 'status' | 'attempts'>>()

  get count(): number {
    return this.names.length
  }

  add(testCase: TestCase): void {
    const index = this.count
    const { name, durationUs, attempts, status } = testCase
    this.names.push(name)
    this.suites.set(index, this.suitePaths.numberOf(testCase.suite))
    this.classes.set(index, this.classNames.numberOf(testCase.className))
    this.files.set(index, this.fileNames.numberOf(testCase.file))
    this.lines.set(index, testCase.line === null ? UNKNOWN : testCase.line)
    this.tags.set(index, this.tagLists.numberOf(testCase.tags))
    this.time(index, durationUs)
    if (attempts.length > 0 || status !== 'passed') this.told.set(index, { status, attempts })
  }

  /** Puts what became of a case in place of what was known of it. */
  retell(index: number, { status, attempts, durationUs }: Pick<TestCase, 'status' | 'attempts' | 'durationUs'>): void {
    this.time(index, durationUs)
    this.told.set(index, { status, attempts })
  }

  /** Names the file of every case from `first` on. */
  placeIn(file: string, first: number): void {
    this.files.setFrom(first, this.fileNames.numberOf(file))
  }

  /** Our recount, without making a case. */
  get totals(): TestTotals {
    const passed = this.count - this.told.size
    return addTestTotals(countTests(this.told.values()), { ...NO_TESTS, cases: passed, passed })
  }

  *[Symbol.iterator](): Iterator<TestCase> {
    for (let index = 0; index < this.count; index++) yield this.at(index)
  }

  at(index: number): TestCase {
    const { status, attempts } = this.told.get(index) ?? PLAIN_PASS
    return {
      suite: this.suitePaths.valueOf(this.suites.at(index)) ?? [],
      className: this.classNames.valueOf(this.classes.at(index)) ?? null,
      name: this.names.at(index),
      file: this.fileNames.valueOf(this.files.at(index)) ?? null,
      line: this.lines.at(index) === UNKNOWN ? null : this.lines.at(index),
      status,
      durationUs: this.longDurations.get(index) ?? narrowDuration(this.durations.at(index)),
      tags: this.tagLists.valueOf(this.tags.at(index)) ?? [],
      attempts,
    }
  }

  private time(index: number, durationUs: number | null): void {
    if (durationUs !== null && durationUs > MAX_NARROW_US) this.longDurations.set(index, durationUs)
    else this.durations.set(index, durationUs === null ? UNKNOWN : durationUs + 1)
  }
}

function sharedLists(): SharedValues<readonly string[]> {
  return new SharedValues(
    (texts) => texts.join('\0'),
    (texts) => texts.map(ownText),
  )
}

function sharedTexts(): SharedValues<string | null> {
  return new SharedValues<string | null>(
    (text) => (text === null ? '' : `=${text}`),
    (text) => (text === null ? null : ownText(text)),
  )
}

const PLAIN_PASS = { status: 'passed', attempts: [] } as const

function narrowDuration(stored: number): number | null {
  return stored === UNKNOWN ? null : stored - 1
}
