import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject } from '../json/value.js'

/** What SimpleCov's JSON formatter writes: one merged result, filters and `:nocov:` applied. */
export const simplecovJson: Format<CoverageReport> = {
  id: 'simplecov-json',
  kind: 'coverage',
  displayName: 'SimpleCov coverage.json',
  url: 'https://github.com/simplecov-ruby/simplecov/blob/main/schemas/coverage.schema.json',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    if (asObject(root?.get('meta'))?.has('simplecov_version') === true) return true
    const [file] = asObject(root?.get('coverage'))?.values() ?? []
    return asArray(asObject(file)?.get('lines')) !== null
  },
  load: async () => (await import('./simplecov-json/reader.js')).simplecovJsonReader,
}
