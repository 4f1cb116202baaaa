import type { CaseQueue, CaseSink } from './case-queue.js'
import type { JunitHabits } from './dialect.js'
import { NextCaseQueue } from './next-case-queue.js'
import { RepeatQueue } from './repeat-queue.js'

export function chooseQueue(habits: JunitHabits, sink: CaseSink): CaseQueue {
  return habits.repeats === 'attempts' ? new RepeatQueue(sink) : new NextCaseQueue(habits, sink)
}
