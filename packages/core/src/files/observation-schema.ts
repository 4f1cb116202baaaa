import * as v from 'valibot'
import type { Observation } from '../model/evidence.js'
import { bindSchema } from './bind-schema.js'
import {
  commitsSchema,
  jobsSchema,
  permissionsSchema,
  pullsSchema,
  runsSchema,
  timelineSchema,
} from './github-observation-schema.js'
import { issueSchema } from './issue-schema.js'
import { nullableText } from './scalar-schemas.js'

const durationMs = v.pipe(v.number(), v.minValue(0))
const nanoseconds = v.pipe(v.number(), v.minValue(0))

export const observationSchema = bindSchema<Observation>()(
  v.object({
    requestId: v.string(),
    result: v.variant('kind', [
      v.object({
        kind: v.literal('command'),
        exitCode: v.nullable(v.pipe(v.number(), v.safeInteger())),
        stdout: v.string(),
        durationMs,
        isTimedOut: v.exactOptional(v.boolean()),
        isTruncated: v.exactOptional(v.boolean()),
        hasLeftovers: v.exactOptional(v.boolean()),
        cpuMs: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
        lacks: v.exactOptional(v.array(v.string())),
        // What is in it only its action knows, which checks it as it reads it.
        reported: v.exactOptional(v.unknown()),
      }),
      v.object({ kind: v.literal('kernel'), wallNs: nanoseconds, cpuNs: nanoseconds, durationMs }),
      v.object({ kind: v.literal('file'), content: nullableText }),
      v.object({ kind: v.literal('environment'), values: v.record(v.string(), v.string()) }),
      v.object({ kind: v.literal('issues'), issues: v.array(issueSchema), isWhole: v.boolean() }),
      timelineSchema,
      permissionsSchema,
      runsSchema,
      pullsSchema,
      jobsSchema,
      commitsSchema,
      v.object({ kind: v.literal('failed'), message: v.string() }),
    ]),
  }),
)
