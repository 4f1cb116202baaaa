'use strict'

const FIRST_MS = 100
const LONGEST_MS = 5000

const clamp = (ms) => (ms > LONGEST_MS ? LONGEST_MS : ms)

/** How long to wait before an attempt, in milliseconds. */
function waitBefore(attempt, random = null) {
  if (attempt <= 1) return 0
  const wait = clamp(FIRST_MS * 2 ** (attempt - 2))
  return random === null ? wait : Math.round(wait * (0.5 + random() / 2))
}

module.exports = { waitBefore }
