import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asObject, type JsonValue } from '../json/value.js'

/**
 * `coverage-summary.json` of istanbul: totals of the whole and of each file, and no lines. Its totals are what the file
 * declares; there is nothing to recount, so gates find no evidence in it.
 */
export const istanbulSummary: Format<CoverageReport> = {
  id: 'istanbul-summary',
  kind: 'coverage',
  displayName: 'Istanbul JSON summary (coverage-summary.json)',
  url: 'https://github.com/istanbuljs/istanbuljs/tree/main/packages/istanbul-reports/lib/json-summary',
  detect(head) {
    const [first] = asObject(peekJson(head))?.values() ?? []
    return isSummary(first)
  },
  load: async () => (await import('./istanbul-summary/reader.js')).istanbulSummaryReader,
}

function isSummary(value: JsonValue | undefined): boolean {
  const lines = asObject(asObject(value)?.get('lines'))
  return lines?.has('pct') === true && lines.has('covered')
}
