import type { CoverageReport } from '@testwarden/core/model/coverage'
import type { Format } from '../format.js'
import { peekJson } from '../json/peek.js'
import { asArray, asObject, type JsonObject } from '../json/value.js'

/** What `xcrun xccov view --json` writes of an .xcresult: with --archive the lines, with --report functions and totals. */
export const xccov: Format<CoverageReport> = {
  id: 'xccov',
  kind: 'coverage',
  displayName: 'xccov JSON (Xcode)',
  url: 'https://developer.apple.com/documentation/xcode/determining-how-much-code-your-tests-cover',
  detect(head) {
    const root = asObject(peekJson(head) ?? undefined)
    return root !== null && (isReport(root) || isArchive(root))
  },
  load: async () => (await import('./xccov/reader.js')).xccovReader,
}

/** `{ targets: [{ executableLines, files }] }`. */
function isReport(root: JsonObject): boolean {
  const targets = asArray(root.get('targets'))
  if (targets === null) return false
  const target = asObject(targets[0])
  return target === null ? root.has('executableLines') : target.has('executableLines') || target.has('buildProductPath')
}

/** `{ "/path.swift": [{ line, isExecutable, executionCount }] }`. */
function isArchive(root: JsonObject): boolean {
  const [lines] = root.values()
  return asObject(asArray(lines)?.[0])?.has('isExecutable') === true
}
