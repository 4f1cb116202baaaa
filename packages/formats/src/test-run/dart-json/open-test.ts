import { MAX_MESSAGE, MAX_TRACE, type TestFailure, type TestStatus } from '@testwarden/core/model/test-run'
import { type JsonEvent, textOf } from '../../json/json-lines.js'
import { ClippedText } from '../clipped-text.js'

const FLUTTER_BOX = '══╡'

/** A test that was started and has not ended yet. */
export interface OpenTest {
  readonly suite: readonly string[]
  readonly name: string
  readonly file: string | null
  readonly line: number | null
  /** Milliseconds since the run began. */
  readonly startedMs: number
  readonly errors: Errors
}

/** What a test reported while it ran; several errors are one failure. */
export class Errors {
  private readonly message = new ClippedText(MAX_MESSAGE)
  private readonly trace = new ClippedText(MAX_TRACE)
  private seen: TestStatus | null = null

  /** failed: an expectation did not hold; errored: something else was thrown; null: neither. */
  get status(): TestStatus | null {
    return this.seen
  }

  add(event: JsonEvent): void {
    if (this.seen !== null) this.message.add('\n')
    this.message.add(textOf(event, 'error') ?? '')
    this.trace.add(textOf(event, 'stackTrace') ?? '')
    if (this.seen !== 'errored') this.seen = event.isFailure === true ? 'failed' : 'errored'
  }

  /** Flutter prints what went wrong in a box, and throws "See exception logs above". */
  addPrint(event: JsonEvent): void {
    const printed = textOf(event, 'message') ?? ''
    if (printed.startsWith(FLUTTER_BOX)) this.trace.add(`${printed}\n`)
  }

  failure(otherwise: string): TestFailure {
    const message = this.message.toString()
    return { type: null, message: message === '' ? otherwise : message, trace: this.trace.toString() }
  }
}
