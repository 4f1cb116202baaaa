import { MAX_TRACE, type TestFailure } from '@testwarden/core/model/test-run'
import { ClippedText } from '../clipped-text.js'

/** One element that tells of a failure, while it is read. */
export class FailureText {
  readonly status: 'failed' | 'errored'
  readonly durationUs: number | null
  readonly trace = new ClippedText(MAX_TRACE)
  readonly type: string | null
  private readonly message: string

  constructor(
    status: 'failed' | 'errored',
    told: { readonly type: string | null; readonly message: string | null; readonly durationUs: number | null },
  ) {
    this.status = status
    this.type = told.type === '' ? null : told.type
    this.message = told.message ?? ''
    this.durationUs = told.durationUs
  }

  failure(): TestFailure {
    const trace = trimmed(this.trace.toString())
    return { type: this.type, message: this.message === '' ? firstLine(trace) : this.message, trace }
  }
}

/** Without the white space that only sets the text off from its tags. */
function trimmed(text: string): string {
  return text.replace(/^\s*\n/, '').trimEnd()
}

function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0]?.trimEnd() ?? ''
}
