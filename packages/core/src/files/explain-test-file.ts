import * as v from 'valibot'
import { bindSchema } from './bind-schema.js'
import { assertPlainJson } from './plain-json.js'
import { countSchema, nullableText } from './scalar-schemas.js'

/** What `testwarden explain test --json` prints: the whole story of one test. */
export interface TestExplanation {
  readonly schema: 'testwarden.explain-test/1'
  readonly asked: string
  /** null: no test, or more than one, is called so. */
  readonly test: string | null
  /** Tests that may be meant, where it is not clear. */
  readonly candidates: readonly string[]
  /** Each job and matrix cell that ran it. */
  readonly variants: readonly ExplainedVariant[]
  readonly notes: readonly string[]
}

export interface ExplainedVariant {
  readonly workflow: string
  readonly job: string
  /** Canonical JSON of the matrix cell. */
  readonly matrix: string
  readonly step: string
  /** All names that it had, the present one first. */
  readonly names: readonly string[]
  /** Commits of the default branch, oldest first. */
  readonly story: readonly ExplainedCell[]
  /** Parts of the story in which it failed about equally often. */
  readonly segments: readonly ExplainedSegment[]
  readonly evidence: ExplainedEvidence
  readonly scores: ExplainedScores
  readonly failure: ExplainedFailure
  readonly quarantine: ExplainedQuarantine
  readonly durations: ExplainedDurations | null
}

/** Attempts at one commit. */
export interface ExplainedCell {
  readonly commit: string
  readonly run: string
  /** ISO 8601. */
  readonly time: string
  readonly failed: number
  readonly passed: number
}

export interface ExplainedSegment {
  readonly first: ExplainedMoment
  readonly last: ExplainedMoment
  /** With 99 % confidence it begins within these; null: it begins the story. */
  readonly begins: { readonly earliest: ExplainedMoment; readonly latest: ExplainedMoment } | null
  readonly commits: number
  readonly failingCommits: number
}

export interface ExplainedMoment {
  readonly commit: string
  readonly time: string
}

export interface ExplainedEvidence {
  readonly points: number
  /** Attempts that are put down to a flake: F. */
  readonly failed: number
  /** Attempts that passed: P. */
  readonly passed: number
  /** The latest, newest first. */
  readonly grounds: readonly ExplainedGround[]
}

export interface ExplainedGround {
  readonly kind: 'both-outcomes' | 'elsewhere' | 'spell'
  readonly commit: string | null
  readonly run: string | null
  readonly pullRequest: number | null
  readonly commits: number
  readonly failed: number
  readonly passed: number
  readonly time: string
}

/** They rank and decide nothing; from 0 to 1. */
export interface ExplainedScores {
  readonly flipRate: number
  readonly recentFlipRate: number
  readonly entropy: number
  readonly recentEntropy: number
  /** null: too few runs were retried for it to mean anything. */
  readonly failureState: number | null
  /** By the recent flip rate among all tests that ever failed, 1 being the flakiest; null: it never failed. */
  readonly rank: number | null
  readonly ranked: number
}

/** What a failure now is, or would be. */
export interface ExplainedFailure {
  /** Whether the reports at hand say that it failed; else one failed attempt is supposed. */
  readonly isReported: boolean
  readonly failed: number
  readonly passed: number
  readonly diagnosis: string
  /** Commits without a pass, this one included, and their failed attempts. */
  readonly streakCommits: number
  readonly streakAttempts: number
  /** That the flake alone makes this streak, from 0 to 1. */
  readonly chance: number
  /** With the numbers filled in. */
  readonly formula: string
  readonly isExcused: boolean
  /** Why it is not; null where it is. */
  readonly refusal: string | null
  /** How many more attempts would settle it at most; 0: nothing is open. */
  readonly reruns: number
}

export interface ExplainedQuarantine {
  readonly standing: 'none' | 'valid' | 'expired' | 'not-yet'
  readonly owner: string | null
  readonly reason: string | null
  readonly since: string | null
  readonly expires: string | null
  /** Whether the rules propose one. */
  readonly isProposed: boolean
  /** How often it fails as a flake, from 0 to 1. */
  readonly rate: number
}

/** Whole microseconds, within 14 %. */
export interface ExplainedDurations {
  readonly runs: number
  readonly medianUs: number
  readonly slowestUs: number
  readonly lastUs: number
}

const momentSchema = v.object({ commit: v.string(), time: v.string() })
const attempts = { failed: countSchema, passed: countSchema }
const rateSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

const variantSchema = bindSchema<ExplainedVariant>()(
  v.object({
    workflow: v.string(),
    job: v.string(),
    matrix: v.string(),
    step: v.string(),
    names: v.pipe(v.array(v.string()), v.description('All names that it had, the present one first.')),
    story: v.pipe(
      v.array(v.object({ commit: v.string(), run: v.string(), time: v.string(), ...attempts })),
      v.description('Commits of the default branch, oldest first.'),
    ),
    segments: v.array(
      v.object({
        first: momentSchema,
        last: momentSchema,
        begins: v.nullable(v.object({ earliest: momentSchema, latest: momentSchema })),
        commits: countSchema,
        failingCommits: countSchema,
      }),
    ),
    evidence: v.object({
      points: countSchema,
      ...attempts,
      grounds: v.array(
        v.object({
          kind: v.picklist(['both-outcomes', 'elsewhere', 'spell']),
          commit: nullableText,
          run: nullableText,
          pullRequest: v.nullable(countSchema),
          commits: countSchema,
          ...attempts,
          time: v.string(),
        }),
      ),
    }),
    scores: v.object({
      flipRate: rateSchema,
      recentFlipRate: rateSchema,
      entropy: rateSchema,
      recentEntropy: rateSchema,
      failureState: v.nullable(rateSchema),
      rank: v.nullable(countSchema),
      ranked: countSchema,
    }),
    failure: v.object({
      isReported: v.pipe(v.boolean(), v.description('false: one failed attempt is supposed.')),
      ...attempts,
      diagnosis: v.string(),
      streakCommits: countSchema,
      streakAttempts: countSchema,
      chance: rateSchema,
      formula: v.string(),
      isExcused: v.boolean(),
      refusal: nullableText,
      reruns: countSchema,
    }),
    quarantine: v.object({
      standing: v.picklist(['none', 'valid', 'expired', 'not-yet']),
      owner: nullableText,
      reason: nullableText,
      since: nullableText,
      expires: nullableText,
      isProposed: v.boolean(),
      rate: rateSchema,
    }),
    durations: v.nullable(
      v.object({ runs: countSchema, medianUs: countSchema, slowestUs: countSchema, lastUs: countSchema }),
    ),
  }),
)

export const testExplanationSchema = bindSchema<TestExplanation>()(
  v.object({
    schema: v.literal('testwarden.explain-test/1'),
    asked: v.string(),
    test: v.pipe(nullableText, v.description('null: no test, or more than one, is called so.')),
    candidates: v.array(v.string()),
    variants: v.array(variantSchema),
    notes: v.array(v.string()),
  }),
)

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
export function encodeTestExplanation(facts: Omit<TestExplanation, 'schema'>): string {
  const explanation: TestExplanation = { schema: 'testwarden.explain-test/1', ...facts }
  assertPlainJson(explanation)
  return `${JSON.stringify(explanation, null, 2)}\n`
}
