import type { Count } from '@testwarden/core/model/count'
import { type Difference, guessDifference } from '../declared.js'

/** What the whole file shows of how it counts. */
export interface JacocoFacts {
  /** Some class names no source file, so that its lines are counted and listed nowhere. */
  readonly hasHomelessClasses: boolean
  /** All line elements, repetitions included. */
  readonly lineElements: Count
  /** The line counters of all classes, added up: classes of one file share lines. */
  readonly classLines: Count
}

export function explainDifference(difference: Difference, facts: JacocoFacts): string {
  const { metric, declared, listed } = difference
  if (metric === 'lines' && isSame(declared, facts.lineElements)) return 'it counts a line each time it lists the line'
  if (metric === 'lines' && isSame(declared, facts.classLines))
    return 'it counts a line once for each class that has code in it, as Kover does'
  return facts.hasHomelessClasses && declared.total >= listed.total
    ? `it counts ${metric} of classes that name no source file`
    : guessDifference(difference)
}

function isSame(left: Count, right: Count): boolean {
  return left.covered === right.covered && left.total === right.total
}
