const TEST_FOLDER = /(^|\/)(tests?|specs?|__tests__|__mocks__|testdata|fixtures|e2e)\//i
const TEST_NAME = /(^|[._-])(test|tests|spec|specs|conftest)[._-]|Tests?\.\w+$/

/** By the customs of the usual test runners: `tests/…`, `test_x.py`, `x_test.go`, `x.spec.ts`, `XTest.java`. */
export function looksLikeTest(path: string): boolean {
  return TEST_FOLDER.test(path) || TEST_NAME.test(path.slice(path.lastIndexOf('/') + 1))
}
