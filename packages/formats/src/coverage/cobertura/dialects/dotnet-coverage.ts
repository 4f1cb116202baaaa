import type { CoberturaDialect } from '../dialect.js'

/**
 * Microsoft's own collector. It writes rates before names, no `<sources>`, and `complexity` ahead of `version`.
 * @see https://learn.microsoft.com/dotnet/core/additional-tools/dotnet-coverage
 */
export const dotnetCoverage: CoberturaDialect = {
  id: 'dotnet-coverage',
  detect({ rootAttributes, classAttributes, hasSourcesElement, version }) {
    if (hasSourcesElement || version !== '1.9') return false
    return (
      rootAttributes.slice(0, 4).join() === 'line-rate,branch-rate,complexity,version' && isRateFirst(classAttributes)
    )
  },
  explain: ({ metric }) =>
    metric === 'lines' ? 'dotnet-coverage counts a line once for each method that holds it' : null,
}

function isRateFirst(classAttributes: readonly string[]): boolean {
  return classAttributes.length === 0 || classAttributes[0] === 'line-rate'
}
