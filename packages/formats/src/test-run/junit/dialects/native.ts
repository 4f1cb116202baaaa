import { byLooks } from './by-looks.js'

/** The build has no name. */
const UNNAMED = '(empty)'
/** Counted as failures by CTest itself, and written as skipped. */
const NOT_FOUND = 'Unable to find executable'

/** @see https://cmake.org/cmake/help/latest/manual/ctest.1.html#cmdoption-ctest-output-junit */
export const ctest = byLooks(
  {
    id: 'ctest',
    root: /^testsuite$/,
    suiteAttributes: /^name tests failures disabled skipped hostname time timestamp$/,
  },
  {
    labels: 'cmake_labels',
    suitePath: ({ name }) => (name === UNNAMED ? [] : [name]),
    isFalseSkip: (message) => message.startsWith(NOT_FOUND),
  },
)

/**
 * A target that writes no XML of its own becomes one case, with everything that it printed behind it.
 * @see https://bazel.build/reference/test-encyclopedia
 */
export const bazel = byLooks({ id: 'bazel', caseAttributes: /^name status duration time$/ }, { output: 'suite' })
