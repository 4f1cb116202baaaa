import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What RSpec's `json` formatter writes. */
export const rspecJson: Format<TestRunReport> = {
  id: 'rspec-json',
  kind: 'test-run',
  displayName: 'RSpec JSON',
  url: 'https://rspec.info/features/3-13/rspec-core/formatters/json-formatter/',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    // Files that cannot be loaded are told of in front of the examples, at length.
    return (
      typeof root?.get('version') === 'string' &&
      (asArray(root.get('examples')) ?? asArray(root.get('messages'))) !== null
    )
  },
  load: async () => (await import('./rspec-json/reader.js')).rspecJsonReader,
}
