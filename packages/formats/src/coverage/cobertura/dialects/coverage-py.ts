import type { CoberturaDialect } from '../dialect.js'

const VERSION = /^[0-9]+\.[0-9]+/

/**
 * Writes `version` first, or all attributes in alphabetical order where Python is older than 3.8; never a method.
 * @see https://github.com/nedbat/coveragepy/blob/main/coverage/xmlreport.py
 */
export const coveragePy: CoberturaDialect = {
  id: 'coverage.py',
  detect({ rootAttributes, version, methodAttributes }) {
    if (!VERSION.test(version) || methodAttributes.length > 0 || !rootAttributes.includes('timestamp')) return false
    return rootAttributes[0] === 'version' || isAlphabetical(rootAttributes)
  },
  explain(_difference, { sources }) {
    if (sources < 2) return null
    return 'coverage.py keeps only one of several files that have the same name under different source roots, but counts them all'
  },
}

function isAlphabetical(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name)
}
