import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { ListedRun, ObservedRuns } from '@testwarden/core/model/github-observation'
import { observed } from '../asking/observed.js'
import { expectedRunId } from '../asking/request-ids.js'
import type { incidentsConfig } from '../config.js'
import { type ExpectedRun, missedRun, type SeenWorkflow } from '../heartbeat/missed-run.js'
import type { Trouble } from './trouble.js'
import { troubleOfMissedRun } from './trouble-of-missed-run.js'

export interface MissedWorkflow {
  readonly workflow: string
  readonly trouble: Trouble
}

type Config = GateConfig<typeof incidentsConfig>

/** Runs that somebody expects and that did not happen, as far as GitHub was asked. */
export function missedRuns(
  { run, observations }: Pick<Evidence<unknown>, 'run' | 'observations'>,
  config: Config,
): readonly MissedWorkflow[] {
  return config.own['expected-runs'].value.flatMap((expected) => {
    const runs = observed({ observations }, expectedRunId(expected.workflow), 'runs')
    const missed = runs === null ? null : missedRun(expected, seenOf(expected, runs, run.now), run.now)
    if (missed === null) return []
    const trouble = troubleOfMissedRun(missed, expected, config.own['workflow-severity'].value)
    return [{ workflow: expected.workflow, trouble }]
  })
}

/** Expected runs that GitHub was asked about and that did happen: what ends an incident of one that did not. */
export function keptRuns(evidence: Pick<Evidence<unknown>, 'run' | 'observations'>, config: Config): readonly string[] {
  const missed = new Set(missedRuns(evidence, config).map(({ workflow }) => workflow))
  return config.own['expected-runs'].value.flatMap(({ workflow }) => {
    const wasAsked = observed(evidence, expectedRunId(workflow), 'runs') !== null
    return wasAsked && !missed.has(workflow) ? [workflow] : []
  })
}

/** How far back runs are asked for: what is older is missed at least once. */
export function askedSince({ everyMs, graceMs }: ExpectedRun, now: string): string {
  return new Date(Date.parse(now) - 2 * (everyMs + graceMs)).toISOString()
}

function seenOf(expected: ExpectedRun, { workflow, runs }: ObservedRuns, now: string): SeenWorkflow {
  const asked = askedSince(expected, now)
  const isNew = workflow !== null && workflow.createdAt > asked
  return {
    workflow: expected.workflow,
    lastRunAt: newestOf(runs)?.createdAt ?? null,
    state: stateOf(workflow),
    watchedSince: isNew ? workflow.createdAt : asked,
  }
}

function stateOf(workflow: ObservedRuns['workflow']): SeenWorkflow['state'] {
  if (workflow === null || workflow.state === 'deleted') return 'gone'
  return workflow.state === 'active' ? 'active' : 'disabled'
}

function newestOf(runs: readonly ListedRun[]): ListedRun | null {
  return runs.reduce<ListedRun | null>(
    (best, each) => (best === null || each.createdAt > best.createdAt ? each : best),
    null,
  )
}
