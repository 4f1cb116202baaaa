import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekXml } from '../xml/peek.js'

/** Results of NUnit 3 and 4, as its console, its adapter, Unity and loggers for `dotnet test` write them. */
export const nunit3: Format<TestRunReport> = {
  id: 'nunit3',
  kind: 'test-run',
  displayName: 'NUnit 3 XML',
  url: 'https://docs.nunit.org/articles/nunit/technical-notes/usage/Test-Result-XML-Format.html',
  detect: (head) => peekXml(head)?.root === 'test-run',
  load: async () => (await import('./nunit3/reader.js')).nunit3Reader,
}
