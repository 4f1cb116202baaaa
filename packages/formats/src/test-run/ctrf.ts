import type { TestRunReport } from '@testwarden/core/model/test-run'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asObject } from '../json/value.js'

/** The Common Test Report Format of many tools; early versions do not name it. */
export const ctrf: Format<TestRunReport> = {
  id: 'ctrf',
  kind: 'test-run',
  displayName: 'CTRF (Common Test Report Format)',
  url: 'https://github.com/ctrf-io/ctrf/blob/main/spec/ctrf.md',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    const results = asObject(root?.get('results'))
    return root?.get('reportFormat') === 'CTRF' || (results?.has('tool') === true && results.has('summary'))
  },
  load: async () => (await import('./ctrf/reader.js')).ctrfReader,
}
