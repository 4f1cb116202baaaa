import * as v from 'valibot'
import { bindSchema } from './bind-schema.js'
import { assertPlainJson } from './plain-json.js'

/** What `testwarden changepoints --json` prints: where the level of a series of numbers changed. */
export interface ChangePointsFile {
  readonly schema: 'testwarden.changepoints/1'
  /** Ascending. */
  readonly changePoints: readonly ListedChangePoint[]
}

export interface ListedChangePoint {
  /** Position of the first value after the change; the series begins with 0. */
  readonly index: number
  /** From 0 to 1. */
  readonly pValue: number
  /** How much larger the larger mean is than the smaller: 0.25 both for 4 to 5 and for 5 to 4. */
  readonly magnitude: number
  readonly meanBefore: number
  readonly meanAfter: number
}

const pointSchema = bindSchema<ListedChangePoint>()(
  v.object({
    index: v.pipe(
      v.number(),
      v.safeInteger(),
      v.minValue(1),
      v.description('Position of the first value after the change; the series begins with 0.'),
    ),
    pValue: v.pipe(
      v.number(),
      v.minValue(0),
      v.maxValue(1),
      v.description('The chance that both sides differ as much by luck.'),
    ),
    magnitude: v.pipe(
      v.number(),
      v.minValue(0),
      v.description('How much larger the larger mean is than the smaller: 0.25 both for 4 to 5 and for 5 to 4.'),
    ),
    meanBefore: v.number(),
    meanAfter: v.number(),
  }),
)

export const changePointsSchema = bindSchema<ChangePointsFile>()(
  v.object({
    schema: v.literal('testwarden.changepoints/1'),
    changePoints: v.pipe(v.array(pointSchema), v.description('Ascending.')),
  }),
)

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
export function encodeChangePoints(points: readonly ListedChangePoint[]): string {
  const file: ChangePointsFile = {
    schema: 'testwarden.changepoints/1',
    changePoints: points.map(({ index, pValue, magnitude, meanBefore, meanAfter }) => ({
      index,
      pValue,
      // Infinite from next to nothing to very much; JSON has no word for it.
      magnitude: Math.min(magnitude, Number.MAX_VALUE),
      meanBefore,
      meanAfter,
    })),
  }
  assertPlainJson(file)
  return `${JSON.stringify(file, null, 2)}\n`
}
