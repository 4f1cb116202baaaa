import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asObject } from '../json/value.js'

/** What Jest's `--json` and Vitest's JSON reporter write. */
export const jestJson: Format<TestRunReport> = {
  id: 'jest-json',
  kind: 'test-run',
  displayName: 'Jest and Vitest JSON',
  url: 'https://jestjs.io/docs/configuration#testresultsprocessor-string',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    return typeof root?.get('numTotalTests') === 'number' && root.has('numTotalTestSuites')
  },
  load: async () => (await import('./jest-json/reader.js')).jestJsonReader,
}
