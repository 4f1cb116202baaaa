import * as v from 'valibot'
import type { HistoryRecord } from '../model/history-record.js'
import { bindSchema } from './bind-schema.js'
import type { DocumentKind } from './document.js'
import { machineSchema, recordKeySchema } from './record-key-schema.js'
import { contentIdsSchema, nullableText, pullRequestSchema, shaSchema, timeSchema } from './scalar-schemas.js'

export const recordSchema = bindSchema<HistoryRecord>()(
  v.object({
    schema: v.literal('testwarden.record/1'),
    key: recordKeySchema,
    testedSha: shaSchema,
    tree: v.nullable(shaSchema),
    branch: nullableText,
    event: v.string(),
    trust: v.pipe(
      v.picklist(['default-branch', 'pull-request', 'fork']),
      v.description('Only default-branch ever serves as a baseline.'),
    ),
    time: timeSchema,
    machine: machineSchema,
    body: v.pipe(v.unknown(), v.description('What the action remembers; its shape is the action’s own.')),
    parent: v.exactOptional(
      v.pipe(v.nullable(shaSchema), v.description('First parent of the tested commit; null where it has none.')),
    ),
    pullRequest: v.exactOptional(pullRequestSchema),
    baseSha: v.exactOptional(v.pipe(shaSchema, v.description('What the changed lines were told against.'))),
    version: v.exactOptional(v.pipe(v.string(), v.maxLength(100), v.description('Of the Testwarden that wrote it.'))),
    provides: v.exactOptional(
      v.pipe(contentIdsSchema, v.description('Contents that the body holds for other records of its variant.')),
    ),
    needs: v.exactOptional(
      v.pipe(contentIdsSchema, v.description('Contents of other records that the body cannot be read without.')),
    ),
  }),
)

/** One line of a history segment. */
export const RECORD_DOCUMENT: DocumentKind<HistoryRecord> = {
  name: 'record',
  major: 1,
  schema: recordSchema,
  maxCharacters: 8 * 1024 * 1024,
}
