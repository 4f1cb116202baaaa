import { byLooks } from './by-looks.js'

/** How the message of a case begins that tells only of tearing down. */
const TEARDOWN = 'failed on teardown'

/**
 * An error of the teardown after a failure is a case of its own, of the same name. The older family, `xunit1`, has the
 * line of each test, counted from 0.
 * @see https://github.com/pytest-dev/pytest/blob/main/src/_pytest/junitxml.py
 */
export const pytest = byLooks(
  { id: 'pytest', suiteAttributes: /^name errors failures skipped tests time( timestamp hostname)?$/ },
  {
    firstLine: 0,
    isAftermath: ({ attempts }) => attempts[0]?.failure?.message.startsWith(TEARDOWN) ?? false,
    // What every project's suite is called that gives it no name tells no tests apart.
    suitePath: ({ name }) => (name === 'pytest' ? [] : [name]),
  },
)

/** Before 5.1. */
export const pytest4 = byLooks({ id: 'pytest', suiteName: /^pytest$/ }, pytest)
