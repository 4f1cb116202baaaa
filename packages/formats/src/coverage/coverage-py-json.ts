import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asObject } from '../json/value.js'

/** What `coverage json` and `pytest --cov-report=json` write: formats 1 to 3. */
export const coveragePyJson: Format<CoverageReport> = {
  id: 'coverage-py-json',
  kind: 'coverage',
  displayName: 'coverage.py JSON',
  url: 'https://coverage.readthedocs.io/en/latest/commands/cmd_json.html',
  detect(head) {
    const meta = asObject(asObject(peekJson(head))?.get('meta'))
    return meta?.has('branch_coverage') === true && meta.has('version')
  },
  load: async () => (await import('./coverage-py-json/reader.js')).coveragePyJsonReader,
}
