import { type Problem, type ReportError, toProblem } from '@testwarden/core/model/errors'

/** A report that cannot be used, as a value. */
export function problemOf(error: ReportError): Problem {
  const problem = toProblem(error)
  if (problem === null) throw error
  return problem
}
