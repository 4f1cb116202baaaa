import type { TestAttempt } from '@testwarden/core/model/test-run'
import { ownText } from '../../text/own-text.js'
import type { SeenCase } from '../test-run-builder.js'
import type { CaseQueue, CaseSink } from './case-queue.js'

interface WaitingCase {
  readonly seen: SeenCase
  readonly at: number
  readonly attempts: TestAttempt[]
  durationUs: number | null
}

/**
 * Makes one case of all that have the same class and name in one suite: its attempts. They may stand anywhere in the
 * suite, so all of its cases wait for its end.
 */
export class RepeatQueue implements CaseQueue {
  private readonly sink: CaseSink
  private readonly waiting = new Map<string, WaitingCase>()

  constructor(sink: CaseSink) {
    this.sink = sink
  }

  add(seen: SeenCase, at: number): void {
    const { className, name, durationUs, attempts } = seen
    const key = JSON.stringify([className, name])
    const earlier = this.waiting.get(key)
    if (earlier === undefined) {
      this.waiting.set(key, { seen: owned(seen), at, attempts: [...attempts], durationUs })
      return
    }
    earlier.attempts.push(...attempts)
    if (durationUs !== null) earlier.durationUs = (earlier.durationUs ?? 0) + durationUs
  }

  addOutput(): void {
    // Tools that repeat cases write output into the failures.
  }

  flush(): void {
    for (const { seen, at, attempts, durationUs } of this.waiting.values())
      this.sink({ ...seen, attempts, durationUs }, at)
    this.waiting.clear()
  }
}

/** A case waits longer than the block of text that its names are cut from. */
function owned(seen: SeenCase): SeenCase {
  const { name, className } = seen
  return { ...seen, name: ownText(name), className: className === null ? null : ownText(className) }
}
