import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What Mocha's own `json` reporter writes. */
export const mochaJson: Format<TestRunReport> = {
  id: 'mocha-json',
  kind: 'test-run',
  displayName: 'Mocha JSON',
  url: 'https://mochajs.org/reporters/json/',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    return asObject(root?.get('stats'))?.has('passes') === true && asArray(root?.get('tests')) !== null
  },
  load: async () => (await import('./mocha-json/reader.js')).mochaJsonReader,
}
