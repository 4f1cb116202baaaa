import { MAX_TRACE, type TestAttempt, type TestFailure } from '@testwarden/core/model/test-run'
import { isFailing } from '@testwarden/core/model/test-totals'
import { ClippedText } from '../clipped-text.js'
import type { SeenCase } from '../test-run-builder.js'
import type { CaseQueue, CaseSink } from './case-queue.js'
import type { JunitHabits } from './dialect.js'

/**
 * Holds each case until the next one is there, because what follows may still tell of it: an error while it was torn
 * down, or the output of a suite that is this one case.
 */
export class NextCaseQueue implements CaseQueue {
  private readonly habits: JunitHabits
  private readonly sink: CaseSink
  private held: { readonly seen: SeenCase; readonly at: number } | null = null
  private output: ClippedText | null = null
  private cases = 0

  constructor(habits: JunitHabits, sink: CaseSink) {
    this.habits = habits
    this.sink = sink
  }

  add(seen: SeenCase, at: number): void {
    const both = this.held === null || !this.habits.isAftermath(seen) ? null : withAftermath(this.held.seen, seen)
    if (this.held !== null && both !== null) {
      this.held = { ...this.held, seen: both }
      return
    }
    this.release()
    this.held = { seen, at }
    this.cases++
  }

  addOutput(piece: string): void {
    this.output ??= new ClippedText(MAX_TRACE)
    this.output.add(piece)
  }

  flush(): void {
    if (this.held !== null && this.output !== null && this.cases === 1)
      this.held = { ...this.held, seen: withOutput(this.held.seen, this.output.toString().trim()) }
    this.release()
    this.output = null
    this.cases = 0
  }

  private release(): void {
    if (this.held !== null) this.sink(this.held.seen, this.held.at)
    this.held = null
  }
}

/** null: the later one is a case of its own. */
function withAftermath(earlier: SeenCase, later: SeenCase): SeenCase | null {
  const [first, ...rest] = earlier.attempts
  const failure = later.attempts[0]?.failure
  if (first?.failure == null || failure == null || rest.length > 0) return null
  if (earlier.name !== later.name || earlier.className !== later.className) return null
  return {
    ...earlier,
    durationUs: later.durationUs === null ? earlier.durationUs : (earlier.durationUs ?? 0) + later.durationUs,
    attempts: [{ ...first, status: 'errored', failure: bothTexts(first.failure, failure) }],
  }
}

function bothTexts(left: TestFailure, right: TestFailure): TestFailure {
  return {
    type: left.type ?? right.type,
    message: `${left.message}\n\n${right.message}`,
    trace: `${left.trace}\n\n${right.trace}`,
  }
}

function withOutput(seen: SeenCase, output: string): SeenCase {
  return { ...seen, attempts: seen.attempts.map((attempt) => withTrace(attempt, output)) }
}

function withTrace(attempt: TestAttempt, trace: string): TestAttempt {
  if (!isFailing(attempt.status) || attempt.failure === null || attempt.failure.trace !== '') return attempt
  return { ...attempt, failure: { ...attempt.failure, trace } }
}
