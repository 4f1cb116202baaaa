import * as v from 'valibot'
import type { Problem } from '../model/errors.js'
import { bindSchema } from './bind-schema.js'
import { lineSchema, nullableText } from './scalar-schemas.js'

export const problemSchema = bindSchema<Problem>()(
  v.object({
    kind: v.pipe(
      v.picklist(['configuration', 'report', 'platform', 'bug']),
      v.description('bug: a fault of Testwarden itself, which ended the step with 70.'),
    ),
    message: v.string(),
    path: nullableText,
    line: v.nullable(lineSchema),
    remedy: nullableText,
  }),
)
