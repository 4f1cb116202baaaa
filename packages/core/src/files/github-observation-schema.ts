import * as v from 'valibot'
import { COMMENT_CHARACTERS_MAX, COMMIT_TITLE_CHARACTERS_MAX } from '../model/github-observation.js'
import { countSchema, nullableText, pullRequestSchema, runIdSchema, shaSchema, timeSchema } from './scalar-schemas.js'

// Bound to the model where they are put together: `observation-schema.ts`.

const entry = { by: nullableText, at: timeSchema }
const attempt = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

export const timelineSchema = v.object({
  kind: v.literal('timeline'),
  issue: pullRequestSchema,
  entries: v.array(
    v.variant('kind', [
      v.object({
        ...entry,
        kind: v.literal('comment'),
        id: countSchema,
        association: v.string(),
        changedAt: timeSchema,
        body: v.pipe(v.string(), v.maxLength(COMMENT_CHARACTERS_MAX)),
      }),
      v.object({ ...entry, kind: v.picklist(['labeled', 'unlabeled']), label: v.string() }),
      v.object({ ...entry, kind: v.picklist(['assigned', 'unassigned']), assignee: nullableText }),
      v.object({ ...entry, kind: v.picklist(['closed', 'reopened']), commit: v.nullable(shaSchema) }),
    ]),
  ),
  writer: v.string(),
  isWhole: v.boolean(),
})

export const permissionsSchema = v.object({
  kind: v.literal('permissions'),
  permissions: v.array(
    v.object({
      login: v.string(),
      permission: v.picklist(['admin', 'maintain', 'write', 'triage', 'read', 'none']),
      doubt: nullableText,
    }),
  ),
})

export const runsSchema = v.object({
  kind: v.literal('runs'),
  workflow: v.nullable(
    v.object({
      id: countSchema,
      name: v.string(),
      path: v.string(),
      state: v.picklist(['active', 'deleted', 'disabled_fork', 'disabled_inactivity', 'disabled_manually']),
      createdAt: timeSchema,
    }),
  ),
  runs: v.array(
    v.object({
      id: runIdSchema,
      attempt,
      event: v.string(),
      headSha: shaSchema,
      conclusion: nullableText,
      createdAt: timeSchema,
      updatedAt: timeSchema,
    }),
  ),
  isWhole: v.boolean(),
})

export const pullsSchema = v.object({
  kind: v.literal('pulls'),
  pulls: v.array(
    v.object({
      number: pullRequestSchema,
      headSha: shaSchema,
      baseBranch: v.string(),
      labels: v.array(v.string()),
      isFork: v.boolean(),
    }),
  ),
  isWhole: v.boolean(),
})

export const jobsSchema = v.object({
  kind: v.literal('jobs'),
  jobs: v.array(
    v.object({
      headSha: shaSchema,
      jobId: countSchema,
      run: runIdSchema,
      attempt,
      conclusion: nullableText,
      isRunning: v.boolean(),
    }),
  ),
  isWhole: v.boolean(),
})

export const commitsSchema = v.object({
  kind: v.literal('commits'),
  commits: v.array(
    v.object({
      sha: shaSchema,
      author: nullableText,
      title: v.pipe(v.string(), v.maxLength(COMMIT_TITLE_CHARACTERS_MAX)),
    }),
  ),
  isWhole: v.boolean(),
})
