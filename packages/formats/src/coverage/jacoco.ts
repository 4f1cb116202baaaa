import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekXml, type XmlHead } from '../xml/peek.js'

const CHILDREN: readonly string[] = ['sessioninfo', 'group', 'package', 'counter']

/** JaCoCo XML, also as Kover and Pester write it. */
export const jacoco: Format<CoverageReport> = {
  id: 'jacoco',
  kind: 'coverage',
  displayName: 'JaCoCo XML',
  url: 'https://www.jacoco.org/jacoco/trunk/coverage/report.dtd',
  detect(head) {
    const seen = peekXml(head)
    return seen !== null && isJacoco(seen)
  },
  load: async () => (await import('./jacoco/reader.js')).jacocoReader,
}

/** Many things call their root a report; only this one is made of these parts alone. */
function isJacoco({ root, attributes, children }: XmlHead): boolean {
  return root === 'report' && attributes.includes('name') && children.every((name) => CHILDREN.includes(name))
}
