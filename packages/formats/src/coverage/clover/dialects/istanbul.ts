import type { CloverDialect } from '../dialect.js'

/**
 * Also vitest, jest, nyc and c8. What it calls statements are lines; a `cond` is a line with branches.
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-reports/lib/clover/index.js
 */
export const istanbul: CloverDialect = {
  id: 'istanbul',
  detect: ({ version, projectName }) => version === '3.2.0' && projectName === 'All files',
  explain({ metric }) {
    if (metric === 'functions') return 'istanbul counts functions, but lists none in this format'
    return metric === 'branches'
      ? 'istanbul counts every branch, but writes branches only on lines that start a statement'
      : null
  },
}
