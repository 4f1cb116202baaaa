import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { headText } from '../text/head-text.js'

/** Comments may stand in front; a result alone must be numbered, as `go test` also says ok. */
const FIRST_LINE = /^TAP version \d|^1\.\.\d+\s*(?:#|$)|^(?:not )?ok \d+(?:\s|$)|^\S+\.t \.\.+(?:$| skipped: )/
const MAX_LINES = 500

/** The Test Anything Protocol, versions 13 and 14, also as `prove --verbose` passes it on. */
export const tap: Format<TestRunReport> = {
  id: 'tap',
  kind: 'test-run',
  displayName: 'TAP',
  url: 'https://testanything.org/tap-version-14-specification.html',
  detect(head) {
    const first = headText(head)
      .split('\n', MAX_LINES)
      .map((line) => line.trimEnd())
      .find((line) => line !== '' && !line.startsWith('#'))
    return first !== undefined && FIRST_LINE.test(first)
  },
  load: async () => (await import('./tap/reader.js')).tapReader,
}
