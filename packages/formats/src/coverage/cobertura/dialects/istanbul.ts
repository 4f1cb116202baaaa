import type { CoberturaDialect } from '../dialect.js'

/**
 * Also vitest, jest, nyc and c8, which all write through istanbul.
 * @see https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-reports/lib/cobertura/index.js
 */
export const istanbul: CoberturaDialect = {
  id: 'istanbul',
  detect: ({ rootAttributes, version }) => version === '0.1' && rootAttributes[0] === 'lines-valid',
  explain({ metric }, { areLinesConfirmed }) {
    if (metric !== 'branches' || !areLinesConfirmed) return null
    return 'istanbul counts every branch, but writes branches only on lines that start a statement'
  },
}
