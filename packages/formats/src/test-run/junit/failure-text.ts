import { MAX_TRACE, type TestFailure } from '@testwarden/core/model/test-run'
import { ClippedText, clippedFailure } from '../clipped-text.js'

export interface ToldByTag {
  readonly type: string | null
  readonly message: string | null
  readonly durationUs: number | null
  /** Which line of the text is the message of a failure that has none, counted from 0. */
  readonly messageLine: number
}

/** One element that tells of a failure, while it is read. */
export class FailureText {
  readonly status: 'failed' | 'errored'
  readonly durationUs: number | null
  readonly trace = new ClippedText(MAX_TRACE)
  readonly type: string | null
  private readonly message: string
  private readonly messageLine: number

  constructor(status: 'failed' | 'errored', told: ToldByTag) {
    this.status = status
    const { type, message } = clippedFailure({ type: told.type, message: told.message ?? '', trace: '' })
    this.type = type === '' ? null : type
    this.message = message.trim()
    this.durationUs = told.durationUs
    this.messageLine = told.messageLine
  }

  failure(): TestFailure {
    const trace = trimmed(this.trace.toString())
    return { type: this.type, message: this.message === '' ? lineOf(trace, this.messageLine) : this.message, trace }
  }
}

/** Without the white space that only sets the text off from its tags. */
function trimmed(text: string): string {
  return text.replace(/^\s*\n/, '').trimEnd()
}

/** Its first line where it has not so many. */
function lineOf(text: string, number: number): string {
  const lines = text.trimStart().split('\n', number + 1)
  return (lines[number] ?? lines[0] ?? '').trimEnd()
}
