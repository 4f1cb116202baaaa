import * as v from 'valibot'
import { OUTCOMES } from '../model/outcome.js'
import type { Quantity, Reason } from '../model/verdict.js'
import { bindSchema } from './bind-schema.js'
import { countSchema, lineSchema } from './scalar-schemas.js'

export const outcomeSchema = v.picklist(OUTCOMES)

/** Differences may be negative. */
const integerSchema = v.pipe(v.number(), v.safeInteger())

const quantitySchema = bindSchema<Quantity>()(
  v.union([integerSchema, v.object({ numerator: integerSchema, denominator: integerSchema })]),
)

export const reasonSchema = bindSchema<Reason>()(
  v.object({
    ruleId: v.string(),
    title: v.string(),
    outcome: outcomeSchema,
    message: v.string(),
    actual: v.pipe(v.nullable(quantitySchema), v.description('Measured: an integer or a fraction of integers.')),
    limit: v.pipe(
      v.nullable(v.pipe(v.string(), v.regex(/^[+-]?\d{1,15}(?:\.\d{1,15})?$/))),
      v.description('Exact decimal; null when the rule has none.'),
    ),
    limitOrigin: v.pipe(v.picklist(['written', 'assumed', 'none']), v.description('An assumed limit only advises.')),
    unit: v.picklist(['percent', 'points', 'lines', 'files', 'count']),
    baseline: v.nullable(quantitySchema),
    things: v.exactOptional(
      v.pipe(countSchema, v.description('How many things must be mended for it, where that is not one.')),
    ),
    formula: v.exactOptional(
      v.pipe(v.string(), v.description("How the ratio was counted, where that is not what the rule's name says.")),
    ),
    wording: v.exactOptional(
      v.object({
        counted: v.exactOptional(v.string()),
        actual: v.exactOptional(v.string()),
        limit: v.exactOptional(v.string()),
        baseline: v.exactOptional(v.string()),
      }),
    ),
    subject: v.exactOptional(v.pipe(v.string(), v.description('Which of several the rule judged, such as a module.'))),
    component: v.exactOptional(
      v.pipe(v.string(), v.description('The named part of the repository that was judged; absent for the whole.')),
    ),
    accepted: v.exactOptional(
      v.pipe(
        v.object({
          instead: v.pipe(v.string(), v.description('What the limit would be without the accept.')),
          reason: v.string(),
          author: v.string(),
          expires: v.string(),
          standing: v.picklist(['base', 'labelled', 'own', 'unlabelled', 'expired']),
          path: v.string(),
          line: v.nullable(lineSchema),
        }),
        v.description('The entry of the accepts file that lowered the limit.'),
      ),
    ),
  }),
)
