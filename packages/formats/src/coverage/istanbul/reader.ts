import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../../format.js'
import { jsonReader } from '../../json/json-reader.js'
import { peekJson } from '../../json/peek.js'
import { asObject, type JsonValue } from '../../json/value.js'
import { IstanbulDocument } from './document.js'

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
  reader: ({ path }) =>
    jsonReader(path, (warnings) => {
      const document = new IstanbulDocument(path, warnings)
      return { visitor: document, model: () => document.report() }
    }),
}

/** The order of a file's members differs: any of them may lie behind the head. */
function isFile(value: JsonValue | undefined): boolean {
  const file = asObject(value)
  return file !== null && ['statementMap', 's'].some((name) => asObject(file.get(name)) !== null)
}
