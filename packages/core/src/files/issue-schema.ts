import * as v from 'valibot'
import type { KnownIssue } from '../model/issue.js'
import { bindSchema } from './bind-schema.js'
import { actionIdSchema, countSchema, timeSchema } from './scalar-schemas.js'

const wordsSchema = v.array(v.pipe(v.string(), v.regex(/^[a-z0-9_.:-]{1,200}$/)))

/** Evidence of earlier versions says less of an issue. Nobody misses it: whoever publishes asks GitHub anew. */
export const issueSchema = bindSchema<KnownIssue>()(
  v.object({
    number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    title: v.optional(v.string(), ''),
    marker: v.object({
      action: actionIdSchema,
      keys: wordsSchema,
      state: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
      about: wordsSchema,
      run: v.pipe(v.string(), v.regex(/^\d{0,20}$/)),
    }),
    digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
    text: v.exactOptional(v.string()),
    isDamaged: v.exactOptional(v.literal(true)),
    state: v.picklist(['open', 'closed']),
    closedAs: v.nullable(v.picklist(['done', 'unwanted'])),
    labels: v.optional(v.array(v.string()), []),
    assignees: v.optional(v.array(v.string()), []),
    comments: v.optional(countSchema, 0),
    isLocked: v.boolean(),
    createdAt: timeSchema,
    closedAt: v.nullable(timeSchema),
  }),
)
