import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekXml, type XmlHead } from '../xml/peek.js'

/** Cobertura has the same root, but neither of these. */
const ATTRIBUTES: readonly string[] = ['generated', 'clover']

/** Clover XML, in the three dialects that share little but their root. */
export const clover: Format<CoverageReport> = {
  id: 'clover',
  kind: 'coverage',
  displayName: 'Clover XML',
  url: 'https://openclover.org/doc/manual/latest/general--xml-report-schema.html',
  detect(head) {
    const seen = peekXml(head)
    return seen !== null && isClover(seen)
  },
  load: async () => (await import('./clover/reader.js')).cloverReader,
}

function isClover({ root, attributes, children }: XmlHead): boolean {
  if (root !== 'coverage') return false
  return children.includes('project') || attributes.some((name) => ATTRIBUTES.includes(name))
}
