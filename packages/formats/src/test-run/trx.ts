import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekXml } from '../xml/peek.js'
import { localName } from './trx/local-name.js'

/** Visual Studio's results, as `dotnet test --logger trx`, MSTest and others write them. */
export const trx: Format<TestRunReport> = {
  id: 'trx',
  kind: 'test-run',
  displayName: 'TRX (Visual Studio test results)',
  url: 'https://github.com/microsoft/vstest/tree/main/src/Microsoft.TestPlatform.Extensions.TrxLogger',
  detect(head) {
    const seen = peekXml(head)
    return seen !== null && localName(seen.root) === 'TestRun'
  },
  load: async () => (await import('./trx/reader.js')).trxReader,
}
