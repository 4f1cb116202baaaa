import { MAX_TRACE, type TestAttempt, type TestFailure } from '@testwarden/core/model/test-run'
import { ClippedText } from '../clipped-text.js'
import { PASSED, type SeenCase, SKIPPED } from '../test-run-builder.js'
import type { BareStatus } from './bare-status.js'
import type { FailureText } from './failure-text.js'

/** What the tag of a case says. */
export interface CaseFacts extends Omit<SeenCase, 'attempts' | 'tags'> {
  /** What became of it where no child tells. */
  readonly bare: BareStatus
  /** Line of the report. */
  readonly at: number
}

const NO_TAGS: readonly string[] = []
/** No test fails in more ways; what a builder keeps of attempts is less. */
const MAX_FAILURES = 1_000

/** An attempt before the last of a case that passed, the last or only one, or one behind the first failure. */
type Part = 'flaky' | 'main' | 'rerun'

interface ToldFailure {
  readonly part: Part
  readonly text: FailureText
}

/** One `<testcase>` while it is read. */
export class OpenCase {
  readonly facts: CaseFacts
  tags = NO_TAGS
  /** null for nearly all: they pass. */
  private told: ToldFailure[] | null = null
  private mark: 'passed' | 'skipped' | null = null
  private printed: ClippedText | null = null

  constructor(facts: CaseFacts) {
    this.facts = facts
  }

  /** What it printed; of use only where a failure has no text of its own. */
  get output(): ClippedText {
    this.printed ??= new ClippedText(MAX_TRACE)
    return this.printed
  }

  /** Whether anything was read that says what became of it. */
  get isTold(): boolean {
    return this.told !== null || this.mark !== null
  }

  /**
   * @param element its name
   * @returns false when it has too many already
   */
  addFailure(element: string, text: FailureText): boolean {
    this.told ??= []
    if (this.told.length >= MAX_FAILURES) return false
    this.told.push({ part: partOf(element), text })
    return true
  }

  /** A success beside a skip is a success. */
  addMark(mark: 'passed' | 'skipped'): void {
    if (this.mark !== 'passed') this.mark = mark
  }

  seen(): SeenCase {
    const { told, tags } = this
    const { suite, className, name, file, line } = this.facts
    const durationUs = told === null ? this.facts.durationUs : this.durationUs(told)
    const attempts = told === null ? this.bareAttempts() : this.attempts(told)
    return { suite, className, name, file, line, durationUs, tags, attempts }
  }

  /** The tag has the time of one attempt; those of the others stand at theirs. */
  private durationUs(told: readonly ToldFailure[]): number | null {
    return told
      .filter(({ part }) => part !== 'main')
      .reduce((sum, { text }) => (text.durationUs === null ? sum : (sum ?? 0) + text.durationUs), this.facts.durationUs)
  }

  private attempts(told: readonly ToldFailure[]): readonly TestAttempt[] {
    const textsOf = (wanted: Part) => told.flatMap(({ part, text }) => (part === wanted ? [text] : []))
    const single = (text: FailureText) => this.attempt([text], text.durationUs)
    const [main, reruns] = [textsOf('main'), textsOf('rerun')]
    return [
      ...textsOf('flaky').map(single),
      ...(main.length > 0 ? [this.attempt(main, this.facts.durationUs)] : reruns.length > 0 ? [] : this.lastAttempts()),
      ...reruns.map(single),
    ]
  }

  /** Of a case without a failure of its own. */
  private lastAttempts(): readonly TestAttempt[] {
    const { durationUs } = this.facts
    return this.bareAttempts().map((attempt) => ({ ...attempt, durationUs }))
  }

  private bareAttempts(): readonly TestAttempt[] {
    const { durationUs, bare } = this.facts
    const status = this.mark ?? bare.status
    if (status === 'passed') return PASSED
    if (status === 'skipped') return SKIPPED
    return [{ status, durationUs, failure: this.withOutput({ type: null, message: bare.message, trace: '' }) }]
  }

  /** One attempt may fail several assertions, or once more while it is torn down. */
  private attempt(texts: readonly FailureText[], durationUs: number | null): TestAttempt {
    const worst = texts.find(({ status }) => status === 'errored') ?? texts[0]
    const told = texts.map((text) => text.failure())
    return {
      status: worst?.status ?? 'failed',
      durationUs,
      failure: this.withOutput({
        type: worst?.type ?? null,
        message: joined(told.map(({ message }) => message)),
        trace: joined(told.map(({ trace }) => trace)),
      }),
    }
  }

  private withOutput(failure: TestFailure): TestFailure {
    if (failure.trace !== '' || this.printed === null) return failure
    return { ...failure, trace: this.printed.toString().trim() }
  }
}

function partOf(element: string): Part {
  if (element.startsWith('flaky')) return 'flaky'
  return element.startsWith('rerun') ? 'rerun' : 'main'
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}
