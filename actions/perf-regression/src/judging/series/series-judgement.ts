/**
 * What became of a series. `regressed`: worse than its baseline, and confirmed; `mending`: it was, and the last few points
 * look mended; `provisional`, `improving`: the last few points are worse, or better, too few to tell; `improved`: better,
 * confirmed with the last commit; `too-noisy`: even twice its baseline would hardly be seen; `empty`: no usable point.
 */
export type SeriesState =
  | 'regressed'
  | 'mending'
  | 'provisional'
  | 'improving'
  | 'improved'
  | 'unchanged'
  | 'too-noisy'
  | 'below-resolution'
  | 'empty'

/** Whether a series may fail a run: `young` ones have too few points, `advisory` ones only do at twice their baseline. */
export type Standing = 'gates' | 'young' | 'advisory'

/** One series, judged at the last commit that measured it. Ratios are of what is worse: above 1 is worse, whatever the direction. */
export interface SeriesJudgement {
  readonly key: string
  readonly state: SeriesState
  readonly standing: Standing
  /** Whether it fails the run of the suite's last commit. */
  readonly isRed: boolean
  readonly points: number
  /** What it is compared with, in its unit; null of no point. */
  readonly baseline: number | null
  /** The last commit's value as it was measured; null where that commit did not measure it. */
  readonly now: number | null
  /** Of a regression its level to the baseline, else of the last point; without what the run had in common. */
  readonly ratio: number | null
  /** Within which the true ratio lies with 95 % confidence; null while the noise is not known. */
  readonly interval: RatioInterval | null
  /** Standard deviation of one point, as a share; null while it is not known. */
  readonly noise: number | null
  /** First commit of the regression, of the points that are not confirmed, or of the improvement. */
  readonly since: string | null
  /** Four in five slowdowns of this ratio are seen within five commits; null while the noise is not known. */
  readonly visible: number | null
}

export interface RatioInterval {
  readonly lower: number
  readonly upper: number
}
