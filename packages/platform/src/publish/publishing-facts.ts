import type { ReportedRun } from '@testwarden/core/evidence-fold/plan-publication'
import { at, shaAt, textAt } from '../run-context/event-facts.js'

/**
 * The run that a `workflow_run` event is about: written by GitHub, so to be believed, unlike anything in its artifacts.
 * null: missing or ill-formed.
 * @param payload the parsed file of GITHUB_EVENT_PATH
 */
export function readReportedRun(payload: unknown): ReportedRun | null {
  const run = at(payload, 'workflow_run')
  const id = at(run, 'id')
  const attempt = at(run, 'run_attempt')
  // The run's own name may be what `run-name:` made of it.
  const workflow = textAt(payload, 'workflow', 'name') ?? textAt(run, 'name')
  const event = textAt(run, 'event')
  const [headSha, headBranch] = [shaAt(run, 'head_sha'), textAt(run, 'head_branch')]
  if (!Number.isSafeInteger(id) || !Number.isSafeInteger(attempt)) return null
  if (workflow === null || event === null || headSha === null || headBranch === null) return null
  return {
    run: String(id),
    attempt: Number(attempt),
    workflow,
    event,
    conclusion: textAt(run, 'conclusion'),
    headSha,
    headBranch,
    headRepository: textAt(run, 'head_repository', 'full_name'),
  }
}
