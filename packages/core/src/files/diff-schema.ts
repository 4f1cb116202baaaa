import * as v from 'valibot'
import type { Diff } from '../model/diff.js'
import { bindSchema } from './bind-schema.js'
import { countSchema, nullableText } from './scalar-schemas.js'

export const diffSchema = bindSchema<Diff>()(
  v.array(
    v.object({
      oldPath: nullableText,
      newPath: nullableText,
      isBinary: v.boolean(),
      hunks: v.array(
        v.object({ oldStart: countSchema, oldCount: countSchema, newStart: countSchema, newCount: countSchema }),
      ),
    }),
  ),
)
