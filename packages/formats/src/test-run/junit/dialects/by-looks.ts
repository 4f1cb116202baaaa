import { type JunitClues, type JunitDialect, type JunitHabits, USUAL_HABITS } from '../dialect.js'

/** How a tool's reports look. Lists of attributes are in their order, which each tool has for itself. */
export interface JunitLooks {
  readonly id: string
  readonly root?: RegExp
  readonly rootAttributes?: RegExp
  readonly rootName?: RegExp
  readonly suiteAttributes?: RegExp
  readonly suiteName?: RegExp
  readonly caseAttributes?: RegExp
  /** One of the first suite's properties. */
  readonly property?: string
}

const TEXTS = ['root', 'rootAttributes', 'rootName', 'suiteAttributes', 'suiteName', 'caseAttributes'] as const

/** A dialect that is known by its looks: all that are given must be there. */
export function byLooks(looks: JunitLooks, habits: Partial<JunitHabits> = {}): JunitDialect {
  return { ...USUAL_HABITS, ...habits, id: looks.id, detect: (clues) => isLike(looks, clues) }
}

function isLike(looks: JunitLooks, clues: JunitClues): boolean {
  if (looks.property !== undefined && !clues.properties.has(looks.property)) return false
  return TEXTS.every((key) => looks[key]?.test(clues[key]) ?? true)
}
