import * as v from 'valibot'
import type { Receipt } from '../model/change.js'
import { bindSchema } from './bind-schema.js'
import { nullableText } from './scalar-schemas.js'

/** What became of one thing that the gate wanted done. */
export const receiptSchema = bindSchema<Receipt>()(
  v.variant('status', [
    v.object({
      key: v.string(),
      status: v.literal('done'),
      id: v.exactOptional(v.union([v.number(), v.string()])),
      lacks: v.exactOptional(v.pipe(v.array(v.string()), v.description('Sentences on what was left out.'))),
      isOthers: v.exactOptional(v.pipe(v.literal(true), v.description('Another run was quicker, and did it.'))),
    }),
    v.object({ key: v.string(), status: v.literal('planned'), description: v.string() }),
    v.object({ key: v.string(), status: v.literal('refused'), message: v.string(), permission: nullableText }),
    v.object({
      key: v.string(),
      status: v.literal('failed'),
      message: v.string(),
      retryable: v.boolean(),
      isConsequence: v.exactOptional(v.pipe(v.literal(true), v.description('Not tried, as what it needs failed.'))),
    }),
  ]),
)
