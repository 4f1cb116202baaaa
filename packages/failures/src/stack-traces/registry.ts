import type { TestFailure } from '@testwarden/core/model/test-run'
import { csharp } from './csharp.js'
import type { Frame, StackTraceLanguage } from './frame.js'
import { go } from './go.js'
import { java } from './java.js'
import { javascript } from './javascript.js'
import { php } from './php.js'
import { python } from './python.js'
import { ruby } from './ruby.js'
import { rust } from './rust.js'
import { traceLines } from './trace-lines.js'

export const STACK_TRACE_LANGUAGES: readonly StackTraceLanguage[] = [
  python,
  javascript,
  java,
  go,
  rust,
  csharp,
  ruby,
  php,
]

/** Frames of whichever language finds most of them in the text; of the first one in the list where several do. */
export function readFrames(text: string): readonly Frame[] {
  const lines = traceLines(text)
  let best: readonly Frame[] = []
  for (const language of STACK_TRACE_LANGUAGES) {
    if (!language.marks.some((mark) => text.includes(mark))) continue
    const frames = language.readFrames(lines)
    if (frames.length > best.length) best = frames
  }
  return best
}

/** Some reports have the trace in the message. */
export function framesOf(failure: TestFailure): readonly Frame[] {
  const frames = readFrames(failure.trace)
  return frames.length > 0 ? frames : readFrames(failure.message)
}
