import * as v from 'valibot'
import type { Machine } from '../model/evidence.js'
import type { RecordKey } from '../model/record-key.js'
import { bindSchema } from './bind-schema.js'
import { actionIdSchema, countSchema } from './scalar-schemas.js'

export const recordKeySchema = bindSchema<RecordKey>()(
  v.object({
    action: actionIdSchema,
    workflow: v.string(),
    job: v.string(),
    matrix: v.pipe(v.string(), v.description('Canonical JSON of the matrix cell, {} without one.')),
    step: v.string(),
    checkRun: v.string(),
    run: v.string(),
    attempt: countSchema,
  }),
)

export const machineSchema = bindSchema<Machine>()(
  v.object({
    cpu: v.string(),
    cores: countSchema,
    memoryMiB: v.pipe(v.number(), v.minValue(0)),
    image: v.string(),
  }),
)
