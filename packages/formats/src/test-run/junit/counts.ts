import type { DeclaredTests } from '@testwarden/core/model/test-run'
import type { XmlAttributes } from '../../xml/attributes.js'

/** What a suite or the root claims; null where it does not even say how many tests it has. */
export function readCounts(attributes: XmlAttributes): DeclaredTests | null {
  const cases = count(attributes, 'tests')
  if (cases === null) return null
  return {
    cases,
    failed: count(attributes, 'failures'),
    errored: count(attributes, 'errors'),
    skipped: notRun(attributes),
  }
}

/** Tools that tell disabled tests apart add them to no others; the root of GoogleTest counts them and none else. */
function notRun(attributes: XmlAttributes): number | null {
  const skipped = count(attributes, 'skipped') ?? count(attributes, 'ignored')
  return skipped === null ? null : skipped + (count(attributes, 'disabled') ?? 0)
}

/** Of two suites together. */
export function addDeclared(left: DeclaredTests | null, right: DeclaredTests | null): DeclaredTests | null {
  if (left === null || right === null) return left ?? right
  return {
    cases: addCounts(left.cases, right.cases),
    failed: addCounts(left.failed, right.failed),
    errored: addCounts(left.errored, right.errored),
    skipped: addCounts(left.skipped, right.skipped),
  }
}

function addCounts(left: number | null, right: number | null): number | null {
  return left === null ? right : left + (right ?? 0)
}

function count(attributes: XmlAttributes, name: string): number | null {
  const value = attributes.integer(name)
  return value === -1 ? null : value
}
