import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What the Mochawesome reporter of Mocha and Cypress writes. */
export const mochawesome: Format<TestRunReport> = {
  id: 'mochawesome',
  kind: 'test-run',
  displayName: 'Mochawesome JSON',
  url: 'https://github.com/adamgruber/mochawesome',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    return asObject(root?.get('stats'))?.has('testsRegistered') === true && asArray(root?.get('results')) !== null
  },
  load: async () => (await import('./mochawesome/reader.js')).mochawesomeReader,
}
