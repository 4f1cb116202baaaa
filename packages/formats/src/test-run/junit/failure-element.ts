import type { ClippedText } from '../clipped-text.js'
import { isOutput } from './element-names.js'
import type { FailureText } from './failure-text.js'

/** An element that tells of a failure, while the document is inside of it. */
export class FailureElement {
  readonly name: string
  readonly text: FailureText
  /** Where text at hand belongs; null: to what the test printed, which stands beside the trace. */
  target: ClippedText | null
  private depth = 0

  constructor(name: string, text: FailureText) {
    this.name = name
    this.text = text
    this.target = text.trace
  }

  open(name: string): void {
    this.depth++
    if (isOutput(name)) this.target = null
  }

  /** @returns whether it was the element itself */
  close(): boolean {
    if (this.depth === 0) return true
    this.depth--
    this.target = this.text.trace
    return false
  }
}
