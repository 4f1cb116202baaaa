import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekXml } from '../xml/peek.js'

/** scoverage's own XML, beside which it writes Cobertura. */
export const scoverage: Format<CoverageReport> = {
  id: 'scoverage',
  kind: 'coverage',
  displayName: 'scoverage XML',
  url: 'https://github.com/scoverage/scalac-scoverage-plugin/blob/main/reporter/src/main/scala/scoverage/reporter/ScoverageXmlWriter.scala',
  detect: (head) => peekXml(head)?.root === 'scoverage',
  load: async () => (await import('./scoverage/reader.js')).scoverageReader,
}
