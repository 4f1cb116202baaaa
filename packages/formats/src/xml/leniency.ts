import type { ReportError } from '@testwarden/core/model/errors'

/**
 * Makes a scanner go on where a strict one refuses, for reports that hold what crashed programs print. Characters that
 * XML does not allow are dropped, references that it does not know are kept as written, long attributes are cut, text
 * has no limit, and a document may end early. Whatever else is not well-formed is refused all the same, and nothing is
 * ever resolved or expanded.
 */
export interface XmlLeniency {
  /** Is told of everything that was mended. */
  mended(what: string, line: number): void
  /** Is told that the document ends early, by the error that a strict scanner would have thrown. */
  endedEarly(error: ReportError): void
}
