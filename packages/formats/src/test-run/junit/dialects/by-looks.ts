import type { JunitClues, JunitDialect, JunitHabits } from '../dialect.js'
import { USUAL_HABITS } from '../dialect.js'

/** Looks that no other tool shares: any of the given ones is enough. */
export interface JunitLooks {
  readonly id: string
  /** Attributes of the root, of the first suite, of the first case, as lists in their order. */
  readonly rootAttributes?: RegExp
  readonly rootName?: RegExp
  readonly suiteAttributes?: RegExp
  readonly suiteName?: RegExp
  readonly caseAttributes?: RegExp
}

/** A dialect that is known by its looks: all that are given must be there. */
export function byLooks(looks: JunitLooks, habits: Partial<JunitHabits> = {}): JunitDialect {
  return { ...USUAL_HABITS, ...habits, id: looks.id, detect: (clues) => matches(looks, clues) }
}

function matches(looks: JunitLooks, clues: JunitClues): boolean {
  const keys = ['rootAttributes', 'rootName', 'suiteAttributes', 'suiteName', 'caseAttributes'] as const
  return keys.every((key) => looks[key]?.test(clues[key]) ?? true)
}
