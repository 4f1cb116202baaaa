import type { ExplainedReport, FormulaCount } from '@testwarden/core/files/explain-file'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { countBy } from '@testwarden/core/model/coverage-formula'
import { countingOfAll, countingOfReport } from '@testwarden/core/model/tool-counting'

/** A file counted as the tools that wrote the reports do: all reports have a say, as in the gate, not only its own. */
export function toolFormula(totals: CoverageTotals, reports: readonly ExplainedReport[]): FormulaCount {
  const countings = reports.filter(isCounted).map(({ format, dialect }) => countingOfReport({ format, dialect }))
  // Only `codecov` asks how many lines are partial, and no tool counts as it does.
  return { formula: 'tool', count: countBy(countingOfAll(countings), { ...totals, partialLines: null }) }
}

function isCounted(report: ExplainedReport): report is ExplainedReport & { readonly format: string } {
  const { format, outcome, files } = report
  return format !== null && files > 0 && (outcome === 'counted' || outcome === 'cut-off')
}
