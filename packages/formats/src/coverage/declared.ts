import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'
import { DIFFERENCE_PREFIX } from '@testwarden/core/model/report-summary'

export type Metric = 'lines' | 'branches' | 'functions'

/** One total of the file that our recount does not confirm. */
export interface Difference {
  readonly metric: Metric
  readonly declared: Count
  readonly listed: Count
}

const METRICS: readonly Metric[] = ['lines', 'branches', 'functions']

/** @param count only asked where there is something to compare with: counting a large report takes its time */
export function findDifferences(declared: CoverageTotals | null, count: () => CoverageTotals): readonly Difference[] {
  if (declared === null) return []
  const recount = count()
  return METRICS.flatMap((metric) => {
    const claim = declared[metric]
    const listed = recount[metric] ?? { covered: 0, total: 0 }
    const isSame = claim === null || (claim.covered === listed.covered && claim.total === listed.total)
    return isSame ? [] : [{ metric, declared: claim, listed }]
  })
}

/** `the file declares branches 25/41, but lists 21/32: <reason>`. */
export function describeDifference(difference: Difference, reason: string): string {
  const { metric, declared, listed } = difference
  return `${DIFFERENCE_PREFIX}${metric} ${fraction(declared)}, but lists ${fraction(listed)}: ${reason}`
}

/** What to say where neither the file nor what is known of its tool tells why. */
export function guessDifference({ metric, declared, listed }: Difference): string {
  return declared.total > listed.total
    ? `unexplained (its totals include ${metric} that it does not list, or count some of them twice)`
    : `unexplained (its totals leave out ${metric} that it lists, or are not of this file)`
}

function fraction(count: Count): string {
  return `${count.covered}/${count.total}`
}
