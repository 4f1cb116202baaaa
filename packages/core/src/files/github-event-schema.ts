import * as v from 'valibot'
import type { CommentEvent, EndedRun } from '../model/github-event.js'
import { COMMENT_CHARACTERS_MAX } from '../model/github-observation.js'
import { bindSchema } from './bind-schema.js'
import { countSchema, nullableText, pullRequestSchema, runIdSchema, shaSchema } from './scalar-schemas.js'

export const endedRunSchema = bindSchema<EndedRun>()(
  v.object({
    workflow: v.string(),
    path: v.string(),
    event: v.string(),
    conclusion: v.string(),
    branch: nullableText,
    headSha: shaSchema,
    run: runIdSchema,
    attempt: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    isFork: v.boolean(),
  }),
)

export const commentEventSchema = bindSchema<CommentEvent>()(
  v.object({
    issue: pullRequestSchema,
    isPullRequest: v.boolean(),
    id: countSchema,
    login: v.string(),
    body: v.pipe(v.string(), v.maxLength(COMMENT_CHARACTERS_MAX)),
  }),
)
