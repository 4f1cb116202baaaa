import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asObject, type JsonValue } from '../json/value.js'

/** `coverage-final.json` of istanbul in all its generations, as nyc, c8, Jest and Vitest write it. */
export const istanbul: Format<CoverageReport> = {
  id: 'istanbul',
  kind: 'coverage',
  displayName: 'Istanbul JSON (coverage-final.json)',
  url: 'https://github.com/istanbuljs/istanbuljs/tree/main/packages/istanbul-lib-coverage',
  detect(head) {
    const [first] = asObject(peekJson(head))?.values() ?? []
    return isFile(first) || isFile(asObject(first)?.get('data'))
  },
  load: async () => (await import('./istanbul/reader.js')).istanbulReader,
}

/** The order of a file's members differs: any of them may lie behind the head. */
function isFile(value: JsonValue | undefined): boolean {
  const file = asObject(value)
  return file !== null && ['statementMap', 's'].some((name) => asObject(file.get(name)) !== null)
}
