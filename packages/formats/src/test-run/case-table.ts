import type { TestCase, TestCases } from '@testwarden/core/model/test-run'
import { GrowingIntegers } from '../compact/growing-integers.js'
import { NameTexts } from '../compact/name-texts.js'
import { SharedValues } from './shared-values.js'

/** Stands for "the report does not say" among durations and lines, which are stored plus one. */
const UNKNOWN = 0
/** Longer durations have their place beside the table: 32 bits hold 71 minutes. */
const MAX_NARROW_US = 2 ** 32 - 2

/**
 * Cases in columns. Half a million passing tests as objects would take 150 MB; here one costs its name and some thirty
 * bytes. What only failed and retried cases have stands beside the columns.
 */
export class CaseTable implements TestCases {
  private readonly names = new NameTexts()
  private readonly suites = new GrowingIntegers()
  private readonly classes = new GrowingIntegers()
  private readonly files = new GrowingIntegers()
  private readonly lines = new GrowingIntegers()
  private readonly durations = new GrowingIntegers()
  private readonly tags = new GrowingIntegers()
  private readonly suitePaths = new SharedValues<readonly string[]>((path) => path.join('\0'))
  private readonly texts = new SharedValues<string | null>((text) => (text === null ? '' : `=${text}`))
  private readonly tagLists = new SharedValues<readonly string[]>((tags) => tags.join('\0'))
  private readonly longDurations = new Map<number, number>()
  private readonly told = new Map<number, Pick<TestCase, 'status' | 'attempts'>>()

  get count(): number {
    return this.names.length
  }

  add(testCase: TestCase): void {
    const index = this.count
    const { name, durationUs, attempts, status } = testCase
    this.names.push({ text: name, start: 0, end: name.length })
    this.suites.set(index, this.suitePaths.numberOf(testCase.suite))
    this.classes.set(index, this.texts.numberOf(testCase.className))
    this.files.set(index, this.texts.numberOf(testCase.file))
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
    const number = this.texts.numberOf(file)
    for (let index = first; index < this.count; index++) this.files.set(index, number)
  }

  *[Symbol.iterator](): Iterator<TestCase> {
    for (let index = 0; index < this.count; index++) yield this.at(index)
  }

  at(index: number): TestCase {
    const { status, attempts } = this.told.get(index) ?? PLAIN_PASS
    return {
      suite: this.suitePaths.valueOf(this.suites.at(index)) ?? [],
      className: this.texts.valueOf(this.classes.at(index)) ?? null,
      name: this.names.at(index),
      file: this.texts.valueOf(this.files.at(index)) ?? null,
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

const PLAIN_PASS = { status: 'passed', attempts: [] } as const

function narrowDuration(stored: number): number | null {
  return stored === UNKNOWN ? null : stored - 1
}
