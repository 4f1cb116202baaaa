import type { Count } from '@testwarden/core/model/count'
import { type Difference, guessDifference } from '../declared.js'

export function explainDifference(difference: Difference, facts: { readonly points: Count }): string {
  const { metric, declared } = difference
  const arePoints = declared.covered === facts.points.covered && declared.total === facts.points.total
  return metric === 'lines' && arePoints
    ? 'it counts sequence points, of which several stand on one line or none on any'
    : guessDifference(difference)
}
