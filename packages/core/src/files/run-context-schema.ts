import * as v from 'valibot'
import type { Base, RunContext } from '../model/evidence.js'
import { bindSchema } from './bind-schema.js'
import { commentEventSchema, endedRunSchema } from './github-event-schema.js'
import { machineSchema, recordKeySchema } from './record-key-schema.js'
import { nullableText, pullRequestSchema, shaSchema, timeSchema } from './scalar-schemas.js'

const baseSchema = bindSchema<Base>()(
  v.variant('kind', [
    v.object({
      kind: v.literal('commit'),
      sha: shaSchema,
      origin: v.picklist(['first-parent', 'merge-base', 'merge-group', 'named']),
    }),
    v.object({ kind: v.literal('history') }),
    v.object({ kind: v.literal('diff-file'), path: v.string() }),
    v.object({ kind: v.literal('unknown'), reason: v.string(), remedy: v.string() }),
  ]),
)

export const runContextSchema = bindSchema<RunContext>()(
  v.object({
    key: recordKeySchema,
    event: v.pipe(v.string(), v.description('GitHub’s name of the event, or local.')),
    repository: v.pipe(nullableText, v.description('owner/name; null outside GitHub.')),
    serverUrl: nullableText,
    branch: nullableText,
    pullRequest: v.nullable(pullRequestSchema),
    baseBranch: v.exactOptional(v.pipe(v.string(), v.description('The branch that a change is to be merged into.'))),
    ended: v.exactOptional(v.pipe(endedRunSchema, v.description('The run that ended, on workflow_run.'))),
    comment: v.exactOptional(v.pipe(commentEventSchema, v.description('What somebody wrote, on issue_comment.'))),
    testedSha: v.pipe(v.nullable(shaSchema), v.description('null: a working tree, which has no sha.')),
    testedTree: v.exactOptional(v.pipe(shaSchema, v.description('Tree of the tested commit.'))),
    testedParent: v.exactOptional(
      v.pipe(v.nullable(shaSchema), v.description('First parent of the tested commit; null where it has none.')),
    ),
    headSha: v.pipe(v.nullable(shaSchema), v.description('Where findings are shown.')),
    base: baseSchema,
    isBaseline: v.pipe(v.boolean(), v.description('Whether this run may become a baseline.')),
    now: timeSchema,
    machine: machineSchema,
  }),
)
