import * as v from 'valibot'
import type { HistoryRecord } from '../model/history-record.js'
import { bindSchema } from './bind-schema.js'
import type { DocumentKind } from './document.js'
import { machineSchema, recordKeySchema } from './record-key-schema.js'
import { nullableText, shaSchema, timeSchema } from './scalar-schemas.js'

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
  }),
)

/** One line of a history segment. */
export const RECORD_DOCUMENT: DocumentKind<HistoryRecord> = {
  name: 'record',
  major: 1,
  schema: recordSchema,
  maxCharacters: 8 * 1024 * 1024,
}
