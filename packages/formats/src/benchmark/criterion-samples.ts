import type { WarningLog } from '../warning-log.js'

/** What Criterion.rs measured: how often each sample ran, and what all of it took. */
export interface CriterionSamples {
  readonly iterations: readonly number[]
  readonly measured: readonly number[]
}

/** For one iteration of each sample. */
export function valuesByIteration(
  { iterations, measured }: CriterionSamples,
  { warnings, at }: { readonly warnings: WarningLog; readonly at: number | null },
): readonly number[] {
  const count = Math.min(iterations.length, measured.length)
  if (iterations.length !== measured.length)
    warnings.add('a benchmark lists more samples than numbers of iterations, or fewer: the rest is left out', at)
  return measured.slice(0, count).map((value, sample) => value / (iterations[sample] ?? 0))
}
