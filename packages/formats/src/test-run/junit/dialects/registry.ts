import type { JunitClues, JunitDialect } from '../dialect.js'
import { byLooks } from './by-looks.js'

/** The first that knows its report counts: those with the surest signs come first. */
export const junitDialects: readonly JunitDialect[] = [
  byLooks({ id: 'pytest', suiteName: /^pytest$/ }, { repeats: 'teardown', firstLine: 0 }),
]

/** null: nobody's that we know. */
export function findDialect(clues: JunitClues): JunitDialect | null {
  return junitDialects.find((dialect) => dialect.detect(clues)) ?? null
}
