import * as v from 'valibot'
import { ReportError } from '../model/errors.js'
import type { Evidence } from '../model/evidence.js'
import { bindSchema } from './bind-schema.js'
import { byteLength } from './byte-length.js'
import { diffSchema } from './diff-schema.js'
import { type DocumentKind, decodeDocument } from './document.js'
import { earlierVerdictSchema } from './earlier-verdict-schema.js'
import { observationSchema } from './observation-schema.js'
import { problemSchema } from './problem-schema.js'
import { runContextSchema } from './run-context-schema.js'
import { actionIdSchema } from './scalar-schemas.js'

/** One gate's evidence as it travels between jobs: `evidence.v1.json`, compressed by whoever stores it. */
export interface EvidenceFile extends Evidence<unknown> {
  readonly schema: 'testwarden.evidence/1'
}

export const evidenceFileSchema = bindSchema<EvidenceFile>()(
  v.object({
    schema: v.literal('testwarden.evidence/1'),
    action: actionIdSchema,
    run: runContextSchema,
    facts: v.pipe(v.unknown(), v.description('What the action collected; its shape is the action’s own.')),
    problems: v.pipe(v.array(problemSchema), v.description('What could not be read.')),
    observations: v.array(observationSchema),
    missingLegs: v.exactOptional(
      v.pipe(v.array(v.string()), v.description('Names of legs that handed nothing over, of a whole.')),
    ),
    judged: v.exactOptional(
      v.pipe(v.array(earlierVerdictSchema), v.description('Of the gates that were judged before this one.')),
    ),
    headDiff: v.exactOptional(
      v.pipe(diffSchema, v.description('From the tested tree to the head’s, by lines; only moves places on a page.')),
    ),
  }),
)

export interface EvidenceLimits {
  /** For messages. */
  readonly path: string
  readonly action: string
  /** UTF-8 bytes of the uncompressed text. */
  readonly maxBytes: number
}

/**
 * Evidence that another job wrote, which may be a stranger's. Its facts are opaque here: the action checks them.
 * @throws ReportError when the text is too long, damaged, of another action or of a newer major version
 */
export function decodeEvidenceFile(text: string, { path, action, maxBytes }: EvidenceLimits): EvidenceFile {
  const refuse = (message: string, remedy: string): ReportError =>
    new ReportError(`${path} ${message}`, { path, line: null, remedy })
  if (text.length > maxBytes || byteLength(text) > maxBytes)
    throw refuse(`is longer than the ${maxBytes} bytes that ${action} may hand over`, REMEDIES.damaged)
  const decoded = decodeDocument(text, { ...EVIDENCE_DOCUMENT, maxCharacters: maxBytes })
  if (!decoded.ok) throw refuse(decoded.message, REMEDIES[decoded.fault])
  if (decoded.model.action === action) return decoded.model
  const message = `is evidence of ${decoded.model.action}; expected ${action}`
  throw refuse(message, `pass the evidence file that ${action} wrote`)
}

const EVIDENCE_DOCUMENT: Omit<DocumentKind<EvidenceFile>, 'maxCharacters'> = {
  name: 'evidence',
  major: 1,
  schema: evidenceFileSchema,
}

const REMEDIES = {
  newer: 'use the same version of Testwarden in both jobs',
  damaged: 'pass the evidence file that a Testwarden step wrote, unchanged',
} as const
