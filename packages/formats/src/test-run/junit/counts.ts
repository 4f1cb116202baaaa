import type { DeclaredTests } from '@testwarden/core/model/test-run'
import type { XmlAttributes } from '../../xml/attributes.js'

/** Of the words for tests that did not run, tools write one, or several that add up. */
const NOT_RUN: readonly string[] = ['skipped', 'disabled', 'ignored']

/** What a suite or the root claims; null where it does not even say how many tests it has. */
export function readCounts(attributes: XmlAttributes): DeclaredTests | null {
  const cases = count(attributes, 'tests')
  if (cases === null) return null
  const notRun = NOT_RUN.map((name) => count(attributes, name))
  return {
    cases,
    failed: count(attributes, 'failures'),
    errored: count(attributes, 'errors'),
    skipped: notRun.reduce(addCounts, null),
  }
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
