import { ReportError } from '@testwarden/core/model/errors'

const REMEDY = 'Run the tests again so that the tool writes the report anew, and check that nothing else writes to it.'

/** Reports a fault at an offset of the text at hand; never returns. */
export type Fail = (problem: string, offset: number) => never

/** Reports a fault that a lenient scanner mends: returns only there. */
export type Refuse = (problem: string, offset: number) => void

/** For a message about a character that no XML document may hold. */
export function forbidden(code: number): string {
  return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}, which XML does not allow`
}

export function notWellFormed(problem: string, place: { readonly path: string; readonly line: number }): ReportError {
  return new ReportError(`not well-formed XML in line ${place.line}: ${problem}`, { ...place, remedy: REMEDY })
}
