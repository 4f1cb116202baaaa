import type { CountedAlarms } from './count-alarms.js'

export interface AdvisoryChoice {
  /** Indexes of series. */
  readonly advisory: ReadonlySet<number>
  /** Runs in which another series turned red. */
  readonly alarms: number
}

/**
 * Makes series advisory, the one that most alarms need first, until no more than `allowed` runs are red. Only what
 * `mayAdvise`: where that is not enough, more runs stay red.
 */
export function chooseAdvisory(
  { alarming }: CountedAlarms,
  { allowed, mayAdvise }: { readonly allowed: number; readonly mayAdvise: (series: number) => boolean },
): AdvisoryChoice {
  const advisory = new Set<number>()
  let left = alarming
  while (left.length > allowed) {
    const worst = mostAlarming(
      left.map(({ series }) => series.filter((each) => !advisory.has(each))),
      mayAdvise,
    )
    if (worst === null) break
    advisory.add(worst)
    left = left.filter(({ series }) => series.some((each) => !advisory.has(each)))
  }
  return { advisory, alarms: left.length }
}

/** Of equally bad ones the first. */
function mostAlarming(runs: readonly (readonly number[])[], mayAdvise: (series: number) => boolean): number | null {
  const counts = new Map<number, number>()
  for (const series of runs.flat()) if (mayAdvise(series)) counts.set(series, (counts.get(series) ?? 0) + 1)
  const [worst] = [...counts].sort(([one, often], [other, seldom]) => seldom - often || one - other)
  return worst?.[0] ?? null
}
