import type { RateLimit } from '../state.js'

/** `rate-limit/get`, which costs nothing. */
export function presentRateLimit({ limit, remaining, reset }: RateLimit): Readonly<Record<string, unknown>> {
  const rate = { limit, remaining, reset, used: limit - remaining }
  const search = { ...rate, limit: 30, remaining: 30, used: 0 }
  return { resources: { core: rate, search }, rate }
}
