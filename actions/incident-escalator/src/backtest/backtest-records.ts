import { SEVERITIES, type Severity } from '@testwarden/core/model/severity'
import { countIncidents, type IncidentCounts, type Recovery, recoveryOf } from './count-incidents.js'
import { type ReadSigns, readSigns } from './read-signs.js'
import { openWorkflows, type RecordedWorkflow, type RecordsQuestion } from './recorded-workflow.js'
import { replayLife } from './replay-life.js'
import type { ReplayedIncident } from './replayed-incident.js'
import { createKindsOf } from './test-kinds.js'
import { lifeRulesOf, type TriedPolicy } from './tried-policy.js'

export interface BacktestQuestion extends RecordsQuestion {
  readonly policies: readonly TriedPolicy[]
}

/** What policies for incidents would have made of recorded runs. */
export interface IncidentsBacktest {
  /** Runs of the default branch that were replayed; one for each job and matrix cell. */
  readonly runs: number
  /** Those with a failure that counts. */
  readonly badRuns: number
  /** ISO 8601 of the first and the last of them; null where there is none. */
  readonly first: string | null
  readonly last: string | null
  /** Tests that failed as known flakes and paged nobody, one for each run that they failed in. */
  readonly flakeFailures: number
  /** One for each policy, in their order. */
  readonly policies: readonly PolicyReplay[]
  /** What could not be used, for people. */
  readonly problems: readonly string[]
}

export interface PolicyReplay {
  readonly openAfter: number
  /** The newest first. */
  readonly incidents: readonly ReplayedIncident[]
  readonly bySeverity: Readonly<Record<Severity, number>>
  readonly counts: IncidentCounts
  readonly recovery: Recovery
  /** What single bad runs would have opened, with the next run green, and this policy did not. */
  readonly avoided: Pick<IncidentCounts, 'incidents' | 'pages'>
  /** What other numbers of bad runs would change, and its own; ascending. */
  readonly openAfters: readonly OpenAfterReplay[]
}

export interface OpenAfterReplay extends IncidentCounts {
  readonly openAfter: number
}

const COMPARED: readonly number[] = [1, 2, 3]

/**
 * Replays policies over recorded runs of the default branch, in the order in which they came. Each run is judged as it
 * would have been then; nobody acknowledges anything, and levels are told when their time comes.
 */
export function backtestRecords({ policies, ...question }: BacktestQuestion): IncidentsBacktest {
  const workflows = openWorkflows(question)
  const times = workflows
    .flatMap(({ arrivals }) => arrivals.flatMap(({ record, place }) => (place === null ? [] : [record.time])))
    .sort((left, right) => Date.parse(left) - Date.parse(right))
  const readers = policies.map((policy) => workflows.map((workflow) => readWorkflow(workflow, policy)))
  const [any] = readers
  return {
    runs: times.length,
    badRuns: sumOf(any ?? [], ({ badRuns }) => badRuns),
    first: times[0] ?? null,
    last: times.at(-1) ?? null,
    flakeFailures: sumOf(any ?? [], ({ flakeFailures }) => flakeFailures),
    policies: policies.map((policy, at) => replayPolicy(policy, readers[at] ?? [])),
    problems: [...new Set(workflows.flatMap(({ cells }) => cells.flatMap(({ problems }) => problems)))],
  }
}

interface WorkflowSigns extends ReadSigns {
  readonly workflow: string
}

function readWorkflow(
  workflow: RecordedWorkflow,
  { matrix, minTests, categories, closeAfter }: TriedPolicy,
): WorkflowSigns {
  const rules = { matrix, minTests, kindsOf: createKindsOf(categories) }
  return { workflow: workflow.workflow, ...readSigns(workflow, rules, closeAfter) }
}

function replayPolicy(policy: TriedPolicy, workflows: readonly WorkflowSigns[]): PolicyReplay {
  const { openAfter, escalation, reopenWithinMs } = policy
  const all = [...new Set([...COMPARED, openAfter])].sort((left, right) => left - right)
  const replays = new Map(
    all.map((runs) => [
      runs,
      workflows.flatMap((signs) =>
        replayLife({ ...signs, escalation, reopenWithinMs, life: lifeRulesOf(policy, runs) }),
      ),
    ]),
  )
  const replayOf = (runs: number): readonly ReplayedIncident[] => replays.get(runs) ?? []
  const incidents = replayOf(openAfter).toSorted((left, right) => Date.parse(right.opened) - Date.parse(left.opened))
  const { calendar } = escalation
  const avoided = countIncidents(
    replayOf(1).filter((incident) => isAvoided(incident, policy)),
    calendar,
  )
  return {
    openAfter,
    incidents,
    bySeverity: bySeverity(incidents),
    counts: countIncidents(incidents, calendar),
    recovery: recoveryOf(incidents),
    avoided: { incidents: avoided.incidents, pages: avoided.pages },
    openAfters: all.map((runs) => ({ openAfter: runs, ...countIncidents(replayOf(runs), calendar) })),
  }
}

/** Of what one bad run opens: never bad twice in a row, gone again, and nothing that opens with the first run anyway. */
function isAvoided({ longestBad, green, severity }: ReplayedIncident, policy: TriedPolicy): boolean {
  return longestBad === 1 && green !== null && lifeRulesOf(policy, policy.openAfter).openAfter[severity] > 1
}

function bySeverity(incidents: readonly ReplayedIncident[]): Readonly<Record<Severity, number>> {
  const count = (wanted: Severity): number => incidents.filter(({ severity }) => severity === wanted).length
  const [critical, high, medium, low] = SEVERITIES.map(count)
  return { critical: critical ?? 0, high: high ?? 0, medium: medium ?? 0, low: low ?? 0 }
}

function sumOf<T>(values: readonly T[], countOf: (value: T) => number): number {
  return values.reduce((sum, value) => sum + countOf(value), 0)
}
