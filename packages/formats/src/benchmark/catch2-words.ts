/** Between test case, sections and benchmark. */
export const NAME_SEPARATOR = ' > '

export const WITHOUT_RESULT = 'It ended without a result.'

export const TEST_FAILED = 'a test case failed: benchmarks behind that did not run'
