/**
 * Share of neighbouring outcomes that differ, from 0 to 1; 0 for fewer than two. flipRate = flips / (n - 1) (Memon and
 * others, "Modeling and ranking flaky tests at Apple", ICSE-SEIP 2020).
 */
export function flipRate(outcomes: readonly boolean[]): number {
  if (outcomes.length < 2) return 0
  let flips = 0
  for (let at = 1; at < outcomes.length; at++) if (outcomes[at] !== outcomes[at - 1]) flips++
  return flips / (outcomes.length - 1)
}
