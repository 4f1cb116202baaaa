import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { headText } from '../text/head-text.js'

/** A file begins with a test name or a section; comments and blank lines may come first. */
const FIRST_RECORD = /^(?:TN:|SF:)/

/** LCOV tracefiles, as geninfo and many others write them. */
export const lcov: Format<CoverageReport> = {
  id: 'lcov',
  kind: 'coverage',
  displayName: 'LCOV tracefile',
  url: 'https://github.com/linux-test-project/lcov/blob/master/docs/man/geninfo.rst',
  detect(head) {
    const first = headText(head)
      .split('\n')
      .find((line) => line.trim() !== '' && !line.startsWith('#'))
    return first !== undefined && FIRST_RECORD.test(first)
  },
  load: async () => (await import('./lcov/reader.js')).lcovReader,
}
