import { MAX_TRACE, type TestAttempt, type TestFailure } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
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

/** One `<testcase>` while it is read. */
export class OpenCase {
  readonly facts: CaseFacts
  tags: readonly string[] = []
  private readonly flaky: FailureText[] = []
  private readonly failures: FailureText[] = []
  private readonly reruns: FailureText[] = []
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
    return this.isFailing || this.mark !== null || this.flaky.length > 0
  }

  get isFailing(): boolean {
    return this.failures.length > 0 || this.reruns.length > 0
  }

  /** @param element its name */
  addFailure(element: string, text: FailureText): void {
    if (element.startsWith('flaky')) this.flaky.push(text)
    else if (element.startsWith('rerun')) this.reruns.push(text)
    else this.failures.push(text)
  }

  /** A success beside a skip is a success. */
  addMark(mark: 'passed' | 'skipped'): void {
    if (this.mark !== 'passed') this.mark = mark
  }

  seen(): SeenCase {
    const { at: _, bare: __, ...facts } = this.facts
    return { ...facts, durationUs: this.durationUs(), tags: this.tags, attempts: this.attempts() }
  }

  /** The tag has the time of one attempt; those of the others stand at theirs. */
  private durationUs(): number | null {
    return [...this.flaky, ...this.reruns].reduce(
      (sum, { durationUs }) => (durationUs === null ? sum : (sum ?? 0) + durationUs),
      this.facts.durationUs,
    )
  }

  private attempts(): readonly TestAttempt[] {
    const last = this.lastAttempts()
    if (this.flaky.length === 0 && this.reruns.length === 0) return last
    return [
      ...this.flaky.map((text) => this.attempt([text])),
      ...last,
      ...this.reruns.map((text) => this.attempt([text])),
    ]
  }

  private lastAttempts(): readonly TestAttempt[] {
    const { durationUs, bare } = this.facts
    if (this.failures.length > 0) return [{ ...this.attempt(this.failures), durationUs }]
    if (this.reruns.length > 0) return []
    const status = this.mark ?? bare.status
    if (isFailing(status)) return [{ status, durationUs, failure: this.withOutput(bareFailure(bare)) }]
    if (this.flaky.length > 0) return [{ status, durationUs, failure: null }]
    return status === 'passed' ? PASSED : SKIPPED
  }

  /** One attempt may fail several assertions, or once more while it is torn down. */
  private attempt(texts: readonly FailureText[]): TestAttempt {
    const worst = texts.find(({ status }) => status === 'errored') ?? texts[0]
    const told = texts.map((text) => text.failure())
    return {
      status: worst?.status ?? 'failed',
      durationUs: texts[0]?.durationUs ?? null,
      failure: this.withOutput({
        type: worst?.failure().type ?? null,
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

function bareFailure({ message }: BareStatus): TestFailure {
  return { type: null, message, trace: '' }
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n')
}
