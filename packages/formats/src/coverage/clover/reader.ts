import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../../format.js'
import { peekXml, type XmlHead } from '../../xml/peek.js'
import { xmlReader } from '../../xml/xml-reader.js'
import { CloverDocument } from './document.js'

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
  reader: ({ path }) =>
    xmlReader(path, (warnings) => {
      const document = new CloverDocument(warnings)
      return { handler: document, model: () => document.report() }
    }),
}

function isClover({ root, attributes, children }: XmlHead): boolean {
  if (root !== 'coverage') return false
  return children.includes('project') || attributes.some((name) => ATTRIBUTES.includes(name))
}
