import type { Clock } from '@testwarden/core/ports/clock'

/** A clock that stands still until it is told to move. */
export class FixedClock implements Clock {
  #now: Date

  constructor(now = '2026-01-02T03:04:05.000Z') {
    this.#now = new Date(now)
  }

  now(): Date {
    return new Date(this.#now)
  }

  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds)
  }
}
