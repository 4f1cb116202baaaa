import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekXml, type XmlHead } from '../xml/peek.js'

/** Other tools have a root `assembly` too, but none of these. */
const ATTRIBUTES: readonly string[] = ['test-framework', 'run-date']

/** Results of xUnit.net, versions 1 to 3. */
export const xunit: Format<TestRunReport> = {
  id: 'xunit',
  kind: 'test-run',
  displayName: 'xUnit.net XML',
  url: 'https://xunit.net/docs/format-xml-v2',
  detect(head) {
    const seen = peekXml(head)
    return seen !== null && isXunit(seen)
  },
  load: async () => (await import('./xunit/reader.js')).xunitReader,
}

function isXunit({ root, attributes, children }: XmlHead): boolean {
  if (root === 'assemblies') return children.length === 0 || children.includes('assembly')
  return root === 'assembly' && attributes.some((name) => ATTRIBUTES.includes(name))
}
