import * as v from 'valibot'
import type { Receipt } from '../model/change.js'
import { type Problem, ReportError } from '../model/errors.js'
import type { RunContext } from '../model/evidence.js'
import type { Finding } from '../model/finding.js'
import type { Outcome } from '../model/outcome.js'
import type { Verdict } from '../model/verdict.js'
import { bindSchema } from './bind-schema.js'
import { type DocumentKind, decodeDocument } from './document.js'
import { findingSchema } from './finding-schema.js'
import { problemSchema } from './problem-schema.js'
import { outcomeSchema, reasonSchema } from './reason-schema.js'
import { receiptSchema } from './receipt-schema.js'
import { runContextSchema } from './run-context-schema.js'
import { actionIdSchema, countSchema } from './scalar-schemas.js'

/** What dashboards, scripts and the command line read of a run: `verdict.v1.json`. Every exit writes one. */
export interface VerdictFile {
  readonly schema: 'testwarden.verdict/1'
  readonly toolVersion: string
  /** null when the run ended before it knew where it was. */
  readonly run: RunContext | null
  /** The worst of all gates. */
  readonly outcome: Outcome
  /** 0, 1 (a gate failed), 2 (configuration or input) or 70 (a bug of ours). */
  readonly exitCode: number
  readonly gates: readonly GateVerdict[]
  /** What concerns no gate in particular, such as a config file that cannot be parsed. */
  readonly problems: readonly Problem[]
  /** What was published for all gates together: the comment, the check run. Absent from earlier versions. */
  readonly receipts?: readonly Receipt[]
  /** Requests to GitHub's API by operation, such as `POST /check-runs`, repeated ones included. */
  readonly apiCalls?: Readonly<Record<string, number>>
}

export interface GateVerdict extends Verdict {
  /** `coverage` */
  readonly gate: string
  /** `coverage-gate` */
  readonly action: string
  readonly findings: readonly Finding[]
  readonly receipts: readonly Receipt[]
  readonly problems: readonly Problem[]
}

const gateVerdictSchema = bindSchema<GateVerdict>()(
  v.object({
    gate: v.pipe(v.string(), v.description('The word of the config section, such as coverage.')),
    action: actionIdSchema,
    outcome: outcomeSchema,
    headline: v.string(),
    reasons: v.array(reasonSchema),
    findings: v.array(findingSchema),
    receipts: v.array(receiptSchema),
    problems: v.array(problemSchema),
  }),
)

export const verdictFileSchema = bindSchema<VerdictFile>()(
  v.object({
    schema: v.literal('testwarden.verdict/1'),
    toolVersion: v.string(),
    run: v.pipe(v.nullable(runContextSchema), v.description('null when the run ended before it knew where it was.')),
    outcome: outcomeSchema,
    exitCode: v.pipe(
      v.number(),
      v.safeInteger(),
      v.minValue(0),
      v.maxValue(255),
      v.description('0, 1 (a gate failed), 2 (configuration or input) or 70 (a bug of Testwarden).'),
    ),
    gates: v.array(gateVerdictSchema),
    problems: v.pipe(v.array(problemSchema), v.description('What concerns no gate in particular.')),
    receipts: v.exactOptional(
      v.pipe(v.array(receiptSchema), v.description('What was published for all gates together: comment, check run.')),
    ),
    apiCalls: v.exactOptional(
      v.pipe(
        v.record(v.string(), countSchema),
        v.description("Requests to GitHub's API by operation, such as `POST /check-runs`, repeated ones included."),
      ),
    ),
  }),
)

const VERDICT_DOCUMENT: DocumentKind<VerdictFile> = {
  name: 'verdict',
  major: 1,
  schema: verdictFileSchema,
  maxCharacters: 64 * 1024 * 1024,
}

/**
 * @param path for the message
 * @throws ReportError when the text is damaged, of another kind or of a newer major version
 */
export function decodeVerdictFile(text: string, path: string): VerdictFile {
  const decoded = decodeDocument(text, VERDICT_DOCUMENT)
  if (decoded.ok) return decoded.model
  throw new ReportError(`${path} ${decoded.message}`, { path, line: null, remedy: REMEDIES[decoded.fault] })
}

const REMEDIES = {
  newer: 'update Testwarden to the version that wrote the file, or a later one',
  damaged: 'pass the verdict file that a Testwarden step wrote, unchanged',
} as const
