import * as v from 'valibot'
import type { EarlierVerdict } from '../model/earlier-verdict.js'
import { bindSchema } from './bind-schema.js'
import { outcomeSchema } from './reason-schema.js'

export const earlierVerdictSchema = bindSchema<EarlierVerdict>()(
  v.object({
    gate: v.pipe(v.string(), v.description('The word of the config section, such as coverage.')),
    title: v.string(),
    outcome: outcomeSchema,
    broken: v.pipe(
      v.array(v.object({ ruleId: v.string(), title: v.string(), message: v.string() })),
      v.description('Reasons that failed.'),
    ),
    flakyTests: v.pipe(v.array(v.string()), v.description('Tests whose failures need nobody at once.')),
  }),
)
