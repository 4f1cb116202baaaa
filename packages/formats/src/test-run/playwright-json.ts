import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asObject } from '../json/value.js'

/** What Playwright's JSON reporter writes. */
export const playwrightJson: Format<TestRunReport> = {
  id: 'playwright-json',
  kind: 'test-run',
  displayName: 'Playwright JSON',
  url: 'https://playwright.dev/docs/test-reporters#json-reporter',
  detect(head) {
    // With many projects the tests lie behind the head; the settings come first.
    const config = asObject(asObject(peekJson(head) ?? undefined)?.get('config'))
    return config?.has('rootDir') === true && config.has('forbidOnly')
  },
  load: async () => (await import('./playwright-json/reader.js')).playwrightJsonReader,
}
