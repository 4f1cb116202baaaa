import type { TestFailure } from '@testwarden/core/model/test-run'
import { messagesOf } from './error-text.js'
import { isLibraryPath } from './library-path.js'
import { normaliseMessage } from './normalise-message.js'
import type { Frame } from './stack-traces/frame.js'
import { framesOf } from './stack-traces/registry.js'

/** What is the same in every run in which the same thing goes wrong. */
export interface Cause {
  readonly type: string
  /** Normalised; of the trace where the message says nothing of its own. */
  readonly message: string
  /** Where it went wrong, in the project's own code; null where no frame tells. */
  readonly place: Place | null
}

export interface Place {
  /** The last folder and the name: checkouts lie in different folders. */
  readonly file: string
  readonly function: string
  /** The source where the trace shows it, since it survives edits above it; else the line number. */
  readonly line: string
}

/** What runners write where a test says nothing. */
const SAYS_NOTHING = /^(?:(?:test|assertion|case|java\.lang\.\w+) ?)?(?:failed|failure|error|errored)?[.:!]?$/i
/** Lines of a trace that stand in for a message. */
const LINES_FOR_MESSAGE = 5
const TEMPORARY = /^(?:\/private)?\/(?:tmp|var\/(?:tmp|folders))\/|[\\/]AppData[\\/]Local[\\/]Temp[\\/]|\/_temp\//

export function causeOf(failure: TestFailure): Cause {
  const frame = framesOf(failure).find(({ path }) => !isLibraryPath(path))
  return {
    type: normaliseMessage(failure.type ?? ''),
    message: messageOf(failure),
    place: frame === undefined ? null : placeOf(frame),
  }
}

function messageOf({ message, trace }: TestFailure): string {
  if (!SAYS_NOTHING.test(message.trim())) return normaliseMessage(message)
  const said = messagesOf(trace).filter((line) => line.trim() !== '')
  return said.length === 0 ? normaliseMessage(message) : normaliseMessage(said.slice(0, LINES_FOR_MESSAGE).join('\n'))
}

function placeOf(frame: Frame): Place {
  const segments = frame.path.split(/[\\/]/).filter((segment) => segment !== '' && segment !== '.')
  const kept = TEMPORARY.test(frame.path) ? 1 : 2
  return {
    file: segments.slice(-kept).join('/'),
    function: normaliseMessage(frame.function ?? ''),
    line: frame.source ?? String(frame.line),
  }
}
