import { Baseline } from './baseline.js'
import type { HistoryPolicy } from './history-policy.js'
import { type PlacedValue, Regression } from './regression.js'
import { Streak } from './streak.js'

/** A baseline may be as young as the change that made it one. */
const FEWEST_FOR_LEVEL = 3

const TWICE = Math.log(2)
const TWICE_COMMITS = 3

/** A commit at which the baseline of a series changed, or a regression began or ended. */
export interface LevelChange {
  /** Index of the first commit of the new level. */
  readonly at: number
  /** Index of the commit at which it was known. */
  readonly knownAt: number
  /** `moved`: it changed, while the series was too young or too short to judge. */
  readonly kind: 'regressed' | 'mended' | 'improved' | 'accepted' | 'moved'
}

/** How one series is followed, beside the policy of its suite. */
export interface SeriesTraits {
  /** Natural logarithm of 1 + the smallest change that counts. */
  readonly lnMinEffect: number
  readonly isAdvisory: boolean
  /** Whether a change for the better is one for the worse too. */
  readonly isTwoSided: boolean
}

/**
 * Follows one series from commit to commit. Values are logarithms of which more is worse, without what the whole run had in
 * common. Nothing that comes later changes what was said of a commit.
 */
export class SeriesTracker {
  readonly traits: SeriesTraits
  readonly baseline = new Baseline()
  readonly streak: Streak
  readonly changes: LevelChange[] = []
  points = 0
  regression: Regression | null = null
  /** Points in a row at twice the baseline or more, up to now. */
  private twice = 0
  private readonly policy: HistoryPolicy
  private readonly lnLeastValue: number

  constructor(policy: HistoryPolicy, traits: SeriesTraits) {
    this.policy = policy
    this.traits = traits
    this.lnLeastValue = Math.log(policy.leastValue)
    this.streak = new Streak(policy.steps)
  }

  get isYoung(): boolean {
    return this.points < this.policy.minPoints || this.baseline.size < FEWEST_FOR_LEVEL
  }

  /** Whether it takes too little to be measured well. */
  get isBelowResolution(): boolean {
    return this.baseline.level <= this.lnLeastValue
  }

  /** Whether it fails the run of the commit that was taken last. */
  get isRed(): boolean {
    if (this.regression === null || this.regression.mended.length > 0) return false
    return !this.traits.isAdvisory || this.twice >= TWICE_COMMITS
  }

  /** How far a point is from the baseline; NaN where that tells nothing of the machine. */
  distanceOf(value: number): number {
    return this.regression !== null || this.isBelowResolution ? Number.NaN : this.baseline.distanceOf(value)
  }

  /** How far beyond the baseline a step of the policy begins, as a logarithm; NaN while the noise is not known. */
  thresholdOf(sigmas: number): number {
    const doubt = Math.sqrt(1 + this.policy.levelDoubt / this.baseline.size)
    return Math.max(this.traits.lnMinEffect, sigmas * this.baseline.noise * doubt)
  }

  /**
   * @param measured as it was measured
   * @param shift what the whole run had in common, a logarithm
   * @param at index of the commit, above those before
   */
  take(measured: number, shift: number, at: number): void {
    const value = measured <= this.lnLeastValue ? this.lnLeastValue : measured - shift
    this.points++
    this.twice = value - this.baseline.level >= TWICE ? this.twice + 1 : 0
    if (this.regression === null) this.takeAtLevel({ value, at })
    else if (this.regression.add({ value, at }, this.baseline.level)) this.endRegression(this.regression, at)
  }

  /** What comes from this commit on is the baseline. */
  accept(at: number): void {
    this.regression = null
    this.startLevel([], { at, knownAt: at, kind: 'accepted' })
  }

  private takeAtLevel(point: PlacedValue): void {
    const distance = point.value - this.baseline.level
    const side = this.sideOf(distance)
    if (side !== this.streak.side) this.settleStreak()
    if (side === 0) this.baseline.settle([point.value])
    else this.prolong(side, point)
  }

  private prolong(side: -1 | 1, point: PlacedValue): void {
    const distance = Math.abs(point.value - this.baseline.level)
    const caution = side === -1 ? this.policy.improvementCaution : 1
    const isReached = this.streak.add(side, point, ({ sigmas }) => distance > this.thresholdOf(sigmas * caution))
    if (isReached) this.confirm(point.at)
  }

  /** 1: worse, -1: better; 0: near enough to be noise. */
  private sideOf(distance: number): -1 | 0 | 1 {
    const nearest = this.policy.steps.at(-1)?.sigmas ?? Number.NaN
    if (distance > this.thresholdOf(nearest)) return 1
    return distance < -this.thresholdOf(nearest * this.policy.improvementCaution) ? -1 : 0
  }

  /** A streak that reached a step of the policy is a change. */
  private confirm(knownAt: number): void {
    const { side, since: at, values } = this.streak
    if (side === -1 && !this.traits.isTwoSided) this.startLevel(values, { at, knownAt, kind: 'improved' })
    else if (this.isYoung || this.isBelowResolution) this.startLevel(values, { at, knownAt, kind: 'moved' })
    else {
      this.regression = new Regression({ since: at, side: side === -1 ? -1 : 1, values })
      this.changes.push({ at, knownAt, kind: 'regressed' })
      this.streak.clear()
    }
  }

  /** The points that ended it are judged like any other: better ones may be an improvement, bad ones are what is left of it. */
  private endRegression({ since, side, wasRed, mended }: Regression, knownAt: number): void {
    const at = mended[0]?.at ?? knownAt
    if (mended.every(({ value }) => this.sideOf(value - this.baseline.level) === side)) {
      this.regression = new Regression({ since, side, values: mended.map(({ value }) => value) })
      this.regression.wasRed = wasRed
      this.changes.push({ at, knownAt, kind: 'regressed' })
      return
    }
    this.regression = null
    this.changes.push({ at, knownAt, kind: 'mended' })
    for (const point of mended) this.takeAtLevel(point)
  }

  private startLevel(values: readonly number[], change: LevelChange): void {
    this.baseline.restart(values)
    this.changes.push(change)
    this.streak.clear()
  }

  /** A streak that ended by itself was noise, and part of the baseline. */
  private settleStreak(): void {
    this.baseline.settle(this.streak.values)
    this.streak.clear()
  }
}
