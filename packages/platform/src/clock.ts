import type { Clock } from '@testwarden/core/ports/clock'

export const systemClock: Clock = {
  now: () => new Date(),
}
