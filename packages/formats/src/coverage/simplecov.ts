import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject, type JsonValue } from '../json/value.js'

/** What SimpleCov keeps of each test command in `coverage/.resultset.json`, Ruby's own data without SimpleCov's filters. */
export const simplecov: Format<CoverageReport> = {
  id: 'simplecov',
  kind: 'coverage',
  displayName: 'SimpleCov result set',
  url: 'https://github.com/simplecov-ruby/simplecov/blob/main/lib/simplecov/result_merger.rb',
  detect(head) {
    const [[, command] = []] = asObject(peekJson(head) ?? undefined) ?? []
    return isCommand(command)
  },
  load: async () => (await import('./simplecov/reader.js')).simplecovReader,
}

/** `{ coverage: { "/path.rb": { lines: [...] } } }`, before SimpleCov 0.18 with the lines in place of the object. */
function isCommand(value: JsonValue | undefined): boolean {
  const coverage = asObject(asObject(value)?.get('coverage'))
  if (coverage === null) return false
  const [file] = coverage.values()
  if (file === undefined) return true
  return asArray(file) !== null || ['lines', 'branches', 'methods'].some((key) => asObject(file)?.has(key))
}
