import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekXml, type XmlHead } from '../xml/peek.js'

const RATES: readonly string[] = ['line-rate', 'branch-rate', 'lines-valid', 'lines-covered']
/** Clover has the same root, but a date and projects. */
const CLOVER_ATTRIBUTES: readonly string[] = ['generated', 'clover']
const FIRST_CHILDREN: readonly string[] = ['sources', 'packages']

/** Cobertura XML, in the dialects of many tools. */
export const cobertura: Format<CoverageReport> = {
  id: 'cobertura',
  kind: 'coverage',
  displayName: 'Cobertura XML',
  url: 'https://github.com/cobertura/cobertura/blob/master/cobertura/src/site/htdocs/xml/coverage-04.dtd',
  detect(head) {
    const seen = peekXml(head)
    return seen !== null && isCobertura(seen)
  },
  load: async () => (await import('./cobertura/reader.js')).coberturaReader,
}

function isCobertura({ root, attributes, children }: XmlHead): boolean {
  if (root !== 'coverage' || children.includes('project')) return false
  if (attributes.some((name) => CLOVER_ATTRIBUTES.includes(name))) return false
  return attributes.some((name) => RATES.includes(name)) || children.some((name) => FIRST_CHILDREN.includes(name))
}
