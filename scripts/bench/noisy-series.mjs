const SERIES = 1000
const POINTS = 500
const STEP_CHANCE = 0.004
const STEPS = [0.8, 0.9, 1.1, 1.25]
const NOISE = 0.03

/**
 * Series as benchmarks leave them behind: 3 % of noise, and now and then another level. The same ones each time.
 * @returns {readonly (readonly number[])[]}
 */
export function noisySeries() {
  const next = randomNumbers(20260601)
  return Array.from({ length: SERIES }, () => {
    let level = 100
    return Array.from({ length: POINTS }, () => {
      if (next() < STEP_CHANCE) level *= STEPS[Math.floor(next() * STEPS.length)]
      return level * (1 + NOISE * normal(next))
    })
  })
}

/** From 0 up to 1, without 1 (Park and Miller's generator). */
function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Box and Muller's method. */
function normal(next) {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}
