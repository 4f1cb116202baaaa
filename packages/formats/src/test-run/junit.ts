import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekXml } from '../xml/peek.js'

/** The one of Eclipse is `testrun`. */
const ROOTS: readonly string[] = ['testsuites', 'testsuite', 'testrun']

/** JUnit XML, which nobody specified and nearly every test runner writes, each in its own way. */
export const junit: Format<TestRunReport> = {
  id: 'junit',
  kind: 'test-run',
  displayName: 'JUnit XML',
  url: 'https://github.com/testmoapp/junitxml',
  detect(head) {
    const seen = peekXml(head)
    return seen !== null && ROOTS.includes(seen.root)
  },
  load: async () => (await import('./junit/reader.js')).junitReader,
}
