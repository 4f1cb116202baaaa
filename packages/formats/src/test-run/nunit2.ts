import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekXml } from '../xml/peek.js'

/** Results of NUnit 2, which many tools of other languages write too. */
export const nunit2: Format<TestRunReport> = {
  id: 'nunit2',
  kind: 'test-run',
  displayName: 'NUnit 2 XML',
  url: 'https://nunit.org/docs/2.6.4/files/Results.xsd',
  detect: (head) => peekXml(head)?.root === 'test-results',
  load: async () => (await import('./nunit2/reader.js')).nunit2Reader,
}
