import * as v from 'valibot'
import { SEVERITIES, type Severity } from '../model/severity.js'
import { bindSchema } from './bind-schema.js'
import { assertPlainJson } from './plain-json.js'
import { countSchema, nullableText } from './scalar-schemas.js'

/** What `testwarden backtest incidents --json` prints: what policies would have made of recorded runs. */
export interface BacktestIncidentsFile {
  readonly schema: 'testwarden.backtest-incidents/1'
  /** Runs of the default branch, each in one job and matrix cell. */
  readonly runs: number
  /** Those with a failure that counts. */
  readonly badRuns: number
  /** ISO 8601; null where nothing is recorded. */
  readonly first: string | null
  readonly last: string | null
  /** Tests that failed as known flakes and paged nobody, one for each run that they failed in. */
  readonly flakeFailures: number
  /** The policy in force last, where another was named that differs from it. */
  readonly policies: readonly BacktestedIncidentPolicy[]
  /** What could not be used, for people. */
  readonly notes: readonly string[]
}

/** What incidents would have cost. */
export interface BacktestedIncidentCounts {
  readonly incidents: number
  /** Of them, those that came back within `reopen-within`. */
  readonly reopened: number
  readonly pages: number
  readonly pagesOutsideHours: number
  readonly pagesAtNight: number
  /** Tellings of levels that nobody is behind; none of them is a page. */
  readonly unheard: number
  readonly overBeforeAnswer: number
  /** Median; null: of no incident. */
  readonly delayMs: number | null
}

export interface BacktestedIncidentPolicy extends BacktestedIncidentCounts {
  /** Config file that it stands in; null: nobody wrote any. */
  readonly config: string | null
  readonly timeZone: string
  readonly openAfter: number
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly recovery: BacktestedRecovery
  readonly avoided: Pick<BacktestedIncidentCounts, 'incidents' | 'pages'>
  /** Ascending; its own is among them. */
  readonly openAfters: readonly BacktestedOpenAfter[]
  /** The newest first; `incidents` counts all. */
  readonly listed: readonly BacktestedIncident[]
}

export interface BacktestedOpenAfter extends BacktestedIncidentCounts {
  readonly openAfter: number
}

export interface BacktestedRecovery {
  /** That are over. */
  readonly incidents: number
  readonly medianMs: number | null
  readonly p90Ms: number | null
  readonly longestMs: number | null
}

export interface BacktestedIncident {
  readonly workflow: string
  readonly severity: Severity
  readonly isReopened: boolean
  /** A mass failure: not tests, but what is around them. */
  readonly isSurroundings: boolean
  /** ISO 8601, of the first bad run. */
  readonly since: string
  readonly commit: string
  readonly opened: string
  /** null: it is not over. */
  readonly green: string | null
  readonly ended: string | null
  readonly badRuns: number
  readonly pages: number
  readonly tests: readonly string[]
  readonly testCount: number
}

const nullableCount = v.nullable(countSchema)
const severity = v.picklist(SEVERITIES)

const counts = {
  incidents: v.pipe(countSchema, v.description('How often one would have been opened, or reopened.')),
  reopened: v.pipe(countSchema, v.description('Of them, those that came back within `reopen-within`.')),
  pages: v.pipe(countSchema, v.description('Tellings of levels, while nobody acknowledges.')),
  pagesOutsideHours: v.pipe(countSchema, v.description('Of them, outside business hours and on holidays.')),
  pagesAtNight: v.pipe(countSchema, v.description('Of those, from 22:00 to 06:00 in the time zone of the policy.')),
  unheard: v.pipe(countSchema, v.description('Tellings of levels that nobody is behind; none of them is a page.')),
  overBeforeAnswer: v.pipe(
    countSchema,
    v.description('Incidents that were green again before those who were told first had to answer.'),
  ),
  delayMs: v.pipe(nullableCount, v.description('Median from the first bad run until the incident was opened.')),
}

const incidentSchema = bindSchema<BacktestedIncident>()(
  v.object({
    workflow: v.string(),
    severity: v.pipe(severity, v.description('The worst of its runs.')),
    isReopened: v.boolean(),
    isSurroundings: v.pipe(v.boolean(), v.description('A mass failure: not tests, but what is around them.')),
    since: v.pipe(v.string(), v.description('ISO 8601, of the first bad run.')),
    commit: v.pipe(v.string(), v.description('Of the first bad run.')),
    opened: v.string(),
    green: v.pipe(nullableText, v.description('The green run with which it was gone; null: it is not over.')),
    ended: v.pipe(nullableText, v.description('The green run that ended it.')),
    badRuns: countSchema,
    pages: countSchema,
    tests: v.pipe(v.array(v.string()), v.description('The first of them; `testCount` counts all.')),
    testCount: countSchema,
  }),
)

const policySchema = bindSchema<BacktestedIncidentPolicy>()(
  v.object({
    config: v.pipe(nullableText, v.description('Config file of the policy; null: nobody wrote any.')),
    timeZone: v.string(),
    openAfter: v.pipe(countSchema, v.description('Bad runs in a row that open an incident that is not critical.')),
    ...counts,
    bySeverity: v.object({ critical: countSchema, high: countSchema, medium: countSchema, low: countSchema }),
    recovery: v.pipe(
      v.object({
        incidents: v.pipe(countSchema, v.description('That are over.')),
        medianMs: nullableCount,
        p90Ms: nullableCount,
        longestMs: nullableCount,
      }),
      v.description('From the first bad run to the green one.'),
    ),
    avoided: v.pipe(
      v.object({ incidents: countSchema, pages: countSchema }),
      v.description('What single bad runs would have opened, with the next run green, and this policy did not.'),
    ),
    openAfters: v.array(v.object({ openAfter: countSchema, ...counts })),
    listed: v.pipe(v.array(incidentSchema), v.description('The newest first; `incidents` counts all.')),
  }),
)

export const backtestIncidentsSchema = bindSchema<BacktestIncidentsFile>()(
  v.object({
    schema: v.literal('testwarden.backtest-incidents/1'),
    runs: v.pipe(countSchema, v.description('Replayed runs of the default branch, by job and matrix cell.')),
    badRuns: v.pipe(countSchema, v.description('Those with a failure that counts.')),
    first: v.pipe(nullableText, v.description('ISO 8601')),
    last: nullableText,
    flakeFailures: v.pipe(
      countSchema,
      v.description('Tests that failed as known flakes and paged nobody, one for each run that they failed in.'),
    ),
    policies: v.array(policySchema),
    notes: v.array(v.string()),
  }),
)

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
export function encodeBacktestIncidents(facts: Omit<BacktestIncidentsFile, 'schema'>): string {
  const backtest: BacktestIncidentsFile = { schema: 'testwarden.backtest-incidents/1', ...facts }
  assertPlainJson(backtest)
  return `${JSON.stringify(backtest, null, 2)}\n`
}
