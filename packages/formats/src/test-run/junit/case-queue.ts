import type { SeenCase } from '../test-run-builder.js'
import type { JunitHabits } from './dialect.js'
import { NextCaseQueue } from './next-case-queue.js'
import { RepeatQueue } from './repeat-queue.js'

/** Cases on their way to the builder. Where a later element may add to an earlier case, that one waits for it. */
export interface CaseQueue {
  /** @param at line of the report */
  add(seen: SeenCase, at: number): void
  /** The suite at hand printed this. */
  addOutput(piece: string): void
  /** Nothing more comes of the suite at hand. */
  flush(): void
}

export type CaseSink = (seen: SeenCase, at: number) => void

export function caseQueue(habits: JunitHabits, sink: CaseSink): CaseQueue {
  return habits.repeats === 'attempts' ? new RepeatQueue(sink) : new NextCaseQueue(habits, sink)
}
