import { MAX_MESSAGE, MAX_TRACE, type TestFailure } from '@testwarden/core/model/test-run'
import { ClippedText } from '../clipped-text.js'
import { exceptionType } from './exception-type.js'

/** Which elements hold the texts of a failure; their names differ from tool to tool. */
export interface FailureElements {
  readonly message: string
  readonly trace: string
}

/** As NUnit and xUnit.net write them. */
export const MESSAGE_AND_STACK_TRACE: FailureElements = { message: 'message', trace: 'stack-trace' }

/** Takes in the texts of one failure while its elements go by. */
export class FailureTexts {
  private readonly elements: FailureElements
  private readonly message = new ClippedText(MAX_MESSAGE)
  private readonly trace = new ClippedText(MAX_TRACE)
  private target: ClippedText | null = null

  constructor(elements: FailureElements) {
    this.elements = elements
  }

  /** Whether the text at hand belongs to a failure. */
  get isWanted(): boolean {
    return this.target !== null
  }

  open(name: string): void {
    if (name === this.elements.message) this.target = this.message
    else if (name === this.elements.trace) this.target = this.trace
  }

  text(piece: string): void {
    this.target?.add(piece)
  }

  close(name: string): void {
    if (name === this.elements.message || name === this.elements.trace) this.target = null
  }

  /** What was taken in since the last call; null where that was nothing. */
  take(): TestFailure | null {
    const message = trimmed(this.message)
    const trace = trimmed(this.trace)
    this.message.clear()
    this.trace.clear()
    this.target = null
    return message === '' && trace === '' ? null : { type: exceptionType(message), message, trace }
  }
}

/** Without the line ends of Windows and those around it; indentation of a first line tells nothing. */
function trimmed(text: ClippedText): string {
  return text.isEmpty ? '' : text.toString().replaceAll('\r\n', '\n').trim()
}
