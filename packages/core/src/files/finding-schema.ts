import * as v from 'valibot'
import type { Finding } from '../model/finding.js'
import { bindSchema } from './bind-schema.js'
import { lineSchema } from './scalar-schemas.js'

export const findingSchema = bindSchema<Finding>()(
  v.object({
    ruleId: v.string(),
    level: v.picklist(['error', 'warning', 'notice']),
    title: v.string(),
    message: v.string(),
    location: v.pipe(
      v.nullable(v.object({ path: v.string(), startLine: lineSchema, endLine: lineSchema })),
      v.description('A place in the tested tree, lines included and from 1.'),
    ),
    dedupKey: v.pipe(v.string(), v.description('The same problem has the same key in every run.')),
    flakyTest: v.exactOptional(
      v.pipe(v.string(), v.description('Name of a failed test that needs nobody at once: excused, or a flake.')),
    ),
  }),
)
