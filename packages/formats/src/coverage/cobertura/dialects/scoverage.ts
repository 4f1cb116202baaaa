import type { CoberturaDialect } from '../dialect.js'

/** Old versions have the totals of each pair the other way round. */
const ROOTS: readonly string[] = [
  'line-rate,lines-valid,lines-covered,branches-valid,branches-covered,branch-rate,complexity,version,timestamp',
  'line-rate,lines-covered,lines-valid,branches-covered,branches-valid,branch-rate,complexity,version,timestamp',
]

/**
 * Scala. A line element is a statement, of which several may stand on one line; one with `branch="true"` is one outcome
 * of a branch, so that there is no condition coverage.
 * @see https://github.com/scoverage/scalac-scoverage-plugin/blob/main/reporter/src/main/scala/scoverage/reporter/CoberturaXmlWriter.scala
 */
export const scoverage: CoberturaDialect = {
  id: 'scoverage',
  detect: ({ rootAttributes, version }) => isScoverage(rootAttributes, version),
  explain: ({ metric }) =>
    metric === 'branches' ? 'scoverage counts branches that old versions of it do not mark on any line' : null,
}

/** For whoever cannot wait for the rest of the file. */
export function isScoverage(rootAttributes: readonly string[], version: string): boolean {
  return version === '1.0' && ROOTS.includes(rootAttributes.join())
}
