import { ReportError } from '@testwarden/core/model/errors'

const REMEDY = 'Run the tests again so that the tool writes the report anew, and check that nothing else writes to it.'

export interface FaultPlace {
  readonly path: string
  readonly line: number
  /** 1-based, from the beginning of the file: many reports are one line. */
  readonly character: number
}

export function notWellFormed(problem: string, { path, line, character }: FaultPlace): ReportError {
  const message = `not well-formed JSON in line ${line} (character ${character} of the file): ${problem}`
  return new ReportError(message, { path, line, remedy: REMEDY })
}

/** For messages: the character that stands there. */
export function shownAt(text: string, at: number): string {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return character < ' ' ? 'a control character' : character
}
