import type { GateConfig } from '@testwarden/core/action/define-action'
import { isChangeEvent } from '@testwarden/core/baseline/comparison'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { EndedRun } from '@testwarden/core/model/github-event'
import type { incidentsConfig } from '../config.js'

type Config = GateConfig<typeof incidentsConfig>

/** Events that GitHub always runs on the default branch, with its code: whoever causes them, they only look after incidents. */
const SWEEPS: ReadonlySet<string> = new Set(['workflow_run', 'issue_comment', 'issues'])

/** Only what the default branch does deserves an incident, and only whoever judges the whole keeps any. */
export function keepsIncidents(run: RunContext, { own, shared }: Config): boolean {
  return own.issues.value === 'on' && shared.mode.value !== 'collect' && speaksForBranch(run)
}

/** A run of the default branch, or one that looks after its incidents. One that publishes a change's run is neither. */
export function speaksForBranch({ isBaseline, event, branch, pullRequest }: RunContext): boolean {
  return branch !== null && pullRequest === null && (isBaseline || SWEEPS.has(event))
}

/** A run that may have nothing of its own to tell: it looks after timers, comments and other workflows. */
export function isSweep({ event }: Pick<RunContext, 'event'>): boolean {
  return SWEEPS.has(event) || event === 'schedule'
}

/** A run that tests nothing, whatever files lie about: events of issues and of other workflows start it. */
export function isOnlySweep({ event }: Pick<RunContext, 'event'>): boolean {
  return SWEEPS.has(event)
}

/** Whether this run asks if the line is stopped. */
export function asksForFreeze({ event }: Pick<RunContext, 'event'>, { own, shared }: Config): boolean {
  return own.freeze.when.value !== 'never' && shared.mode.value !== 'collect' && isChangeEvent(event)
}

/** The run whose end this one was started by, if its end matters: of our own branch, and of a workflow that is watched. */
export function watchedRun({ ended, branch }: RunContext, { own }: Config): EndedRun | null {
  if (ended === undefined || ended.isFork || branch === null || ended.branch !== branch) return null
  const names = own.workflows.value
  return names.length === 0 || names.includes(ended.workflow) ? ended : null
}
