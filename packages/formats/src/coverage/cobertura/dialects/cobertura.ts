import type { CoberturaDialect } from '../dialect.js'

const VERSION = /^(?:1\.|2\.)/

/**
 * The Java tool that the format is named after, and that some others imitate to the letter.
 * @see https://github.com/cobertura/cobertura/blob/master/cobertura/src/main/java/net/sourceforge/cobertura/reporting/xml/XMLReport.java
 */
export const cobertura: CoberturaDialect = {
  id: 'cobertura',
  detect({ rootAttributes, version, methodAttributes, hasSourcesElement }) {
    if (!VERSION.test(version) || !hasSourcesElement) return false
    if (!isStart(rootAttributes) || rootAttributes.at(-1) !== 'timestamp') return false
    return methodAttributes.length === 0 || methodAttributes.includes('signature')
  },
  explain: () => null,
}

function isStart([first, second]: readonly string[]): boolean {
  return first === 'line-rate' && second === 'branch-rate'
}
