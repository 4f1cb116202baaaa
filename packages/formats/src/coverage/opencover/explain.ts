import type { Count } from '@testwarden/core/model/count'
import { type Difference, guessDifference, type Metric } from '../declared.js'

/** What the file itself proves comes first, then what OpenCover is known for. */
export function explainDifference(difference: Difference, facts: { readonly points: Count }): string {
  const { metric, declared, listed } = difference
  const arePoints = declared.covered === facts.points.covered && declared.total === facts.points.total
  if (metric === 'lines' && arePoints)
    return 'it counts sequence points, of which several stand on one line or none on any'
  const known = declared.total > listed.total ? KNOWN[metric] : null
  return known ?? guessDifference(difference)
}

/** Why OpenCover counts more than can be found at a line. */
const KNOWN: Readonly<Record<Metric, string | null>> = {
  lines: null,
  branches:
    'OpenCover counts branches of code that the compiler made up, which stand on no line, and those of a file once for each module',
  functions: 'OpenCover counts methods of which no point stands on a line, and those of a file once for each module',
}
